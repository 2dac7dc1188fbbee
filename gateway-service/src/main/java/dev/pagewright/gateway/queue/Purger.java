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
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Removes the blobs of deleted jobs, and originals that no job has any more. Goes on after a restart. */
@ApplicationScoped
class Purger {

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

    private boolean purge() {
        return database.inTransaction(sql -> {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            List<Row> due = sql.rows(
                    "select * from purge where not_before <= $1 order by id limit $2 for update skip locked",
                    now,
                    BATCH);
            for (Row row : due) {
                removeTree(BlobKeys.job(row.getString("account_id"), row.getString("job_id")));
                sql.update("delete from purge where id = $1", row.getLong("id"));
            }
            return removeOriginals(sql) + due.size() >= BATCH;
        });
    }

    /** The row's lock keeps a submission of the same content waiting until both row and blob are gone. */
    private int removeOriginals(Transaction sql) {
        List<Row> orphans =
                sql.rows("select * from original where references_ = 0 limit $1 for update skip locked", BATCH);
        for (Row row : orphans) {
            try {
                blobs.delete(row.getString("blob_key"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sql.update(
                    "delete from original where account_id = $1 and sha256 = $2",
                    row.getString("account_id"),
                    row.getString("sha256"));
        }
        return orphans.size();
    }

    private void removeTree(String prefix) {
        try {
            blobs.deleteTree(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
