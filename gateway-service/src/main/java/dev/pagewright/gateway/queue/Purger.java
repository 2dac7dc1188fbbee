package dev.pagewright.gateway.queue;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.BlobStore;
import dev.pagewright.gateway.background.BackgroundLoop;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/** Removes the blobs of deleted jobs, and originals that no job has any more. Goes on after a restart. */
@ApplicationScoped
class Purger {

    private static final Logger LOG = Logger.getLogger(Purger.class);
    private static final int BATCH = 50;

    private final Database database;
    private final BlobStore blobs;
    private final Clock clock;
    private final BackgroundLoop loop;

    Purger(Database database, BlobStore blobs, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
        this.loop = new BackgroundLoop("purger", Duration.ofSeconds(20), this::purge);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    void wake() {
        loop.wake();
    }

    /** Whatever is due was freed by a commit that is there; what cannot be removed now is tried later, and keeps no other. */
    boolean purge() {
        int freed = database.inTransaction(this::freeOriginals);
        List<Row> due = database.inTransaction(this::claim);
        int failed = 0;
        for (Row row : due) {
            failed += removed(row) ? 0 : 1;
            loop.turned();
        }
        if (failed > 0) {
            throw new IllegalStateException("%d of %d blobs cannot be removed yet".formatted(failed, due.size()));
        }
        return freed + due.size() >= BATCH;
    }

    /**
     * The rows go first: once that is committed, a submission of the same content finds none and brings a blob of its own,
     * with a key of its own.
     */
    private int freeOriginals(Transaction sql) {
        return sql.update("""
                with freed as (
                    delete from original o using (
                        select account_id, sha256 from original where references_ = 0 limit $2 for update skip locked) f
                    where o.account_id = f.account_id and o.sha256 = f.sha256 returning o.account_id, o.blob_key)
                insert into purge (account_id, blob_key, not_before) select account_id, blob_key, $1 from freed""", now(), BATCH);
    }

    /** Nobody else takes them for a while, and whoever fails has the next try noted already. */
    private List<Row> claim(Transaction sql) {
        return sql.rows("""
                update purge set attempts = attempts + 1,
                    not_before = $1 + make_interval(mins => least(60, power(2, least(attempts, 10)))::int)
                where id in (select id from purge where not_before <= $1 order by not_before limit $2 for update skip locked)
                returning *""", now(), BATCH);
    }

    private boolean removed(Row row) {
        String blob = row.getString("blob_key");
        try {
            if (blob == null) {
                blobs.deleteTree(BlobKeys.job(row.getString("account_id"), row.getString("job_id")));
            } else {
                blobs.delete(blob);
            }
            database.withoutTransaction(sql -> sql.update("delete from purge where id = $1", row.getLong("id")));
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "a blob that nothing needs cannot be removed yet, in %d attempts", row.getInteger("attempts"));
            return false;
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
