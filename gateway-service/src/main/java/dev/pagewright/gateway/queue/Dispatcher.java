package dev.pagewright.gateway.queue;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Releases queued pages to the workers, a window an account and lane. Within an account pages are taken in turn from
 * its jobs. One replica dispatches at a time; the others find the lock held and go on.
 */
@ApplicationScoped
class Dispatcher {

    private static final long LOCK = 0x7061_6765_0001L;
    private static final int MOST = 500;

    private final Database database;
    private final QueueSignals signals;
    private final QueueSettings settings;
    private final Clock clock;
    private final BackgroundLoop loop;

    Dispatcher(Database database, QueueSignals signals, QueueSettings settings, Clock clock) {
        this.database = database;
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
        this.loop = new BackgroundLoop("dispatcher", settings.sweep(), this::dispatch);
    }

    void start(@Observes StartupEvent event) {
        signals.onJobsWaiting(loop::wake);
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private boolean dispatch() {
        int released = database.inTransaction(sql -> sql.tryLock(LOCK) ? release(sql) : 0);
        if (released > 0) {
            signals.outboxFilled();
        }
        return released == MOST;
    }

    private int release(Transaction sql) {
        List<Row> rows = sql.rows("""
                with waiting as (
                    select distinct p.account_id, j.lane from page p join job j on j.id = p.job_id where p.status = 'queued'
                ), room as (
                    select w.account_id, w.lane, greatest(0, $1 - (
                        select count(*) from page r join job rj on rj.id = r.job_id
                        where r.status = 'released' and r.account_id = w.account_id and rj.lane = w.lane)) as places
                    from waiting w
                )
                select n.*, o.blob_key from room cross join lateral (
                    select p.job_id, p.index_, p.number, p.attempt, j.account_id, j.tier, j.language, j.ocr, j.media_type,
                        j.file_bytes, j.sealed_password, j.trace_parent, j.lane, j.original_sha256
                    from page p join job j on j.id = p.job_id
                    where p.status = 'queued' and p.account_id = room.account_id and j.lane = room.lane
                    order by j.priority desc, p.index_, j.sequence
                    limit room.places
                ) n join original o on o.account_id = n.account_id and o.sha256 = n.original_sha256
                limit $2""", settings.window(), MOST);
        Tasks.release(sql, rows, clock.instant().atOffset(ZoneOffset.UTC));
        return rows.size();
    }
}
