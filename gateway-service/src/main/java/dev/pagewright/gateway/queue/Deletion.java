package dev.pagewright.gateway.queue;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.event.Cancellation;
import dev.pagewright.event.EventJson;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.ledger.Ledger;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.relay.JobEvents;
import dev.pagewright.gateway.relay.Outbox;
import dev.pagewright.gateway.relay.UsageEvents;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Cancels a job if it runs, and removes all that belongs to it. Pages read by then stay charged, the rest is
 * refunded. The rows go at once, the blobs right after by {@link Purger}, and once more when no worker can be writing
 * any longer.
 */
@ApplicationScoped
public class Deletion {

    private static final Duration LAST_WRITES = Duration.ofMinutes(3);

    private final Database database;
    private final Ledger ledger;
    private final Prices prices;
    private final JobEvents events;
    private final QueueSignals signals;
    private final Purger purger;
    private final Clock clock;

    Deletion(
            Database database,
            Ledger ledger,
            Prices prices,
            JobEvents events,
            QueueSignals signals,
            Purger purger,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.prices = prices;
        this.events = events;
        this.signals = signals;
        this.purger = purger;
        this.clock = clock;
    }

    /** @return false where the account has no such job */
    public boolean delete(String accountId, String jobId) {
        boolean found = database.inTransaction(sql -> sql.row(
                        "select j.*, null::bigint as ahead from job j where id = $1 and account_id = $2 for update",
                        jobId,
                        accountId)
                .map(row -> {
                    delete(sql, Jobs.record(row), row.getString("original_sha256"));
                    return true;
                })
                .orElse(false));
        if (found) {
            signals.jobsWaiting();
            purger.wake();
        }
        return found;
    }

    /** Pages that waited for their translation are charged for their reading alone. */
    private void settleRead(Transaction sql, JobRecord job) {
        if (job.translateTo() == null || job.finishedAt() != null) {
            return;
        }
        for (Row page : sql.rows(
                "select index_, engine, engine_reason from page where job_id = $1 and status = 'done'", job.uuid())) {
            int index = page.getInteger("index_");
            String engine = page.getString("engine");
            long price = prices.ofReading(job.tier(), page.getString("engine_reason"));
            ledger.settle(sql, job.accountId(), job.uuid(), index, price, engine)
                    .ifPresent(charged ->
                            UsageEvents.page(sql, job.accountId(), job.uuid(), index, job.tier(), engine, charged));
        }
    }

    private void delete(Transaction sql, JobRecord job, String sha256) {
        settleRead(sql, job);
        ledger.refundUnread(sql, job.accountId(), job.uuid());
        Outbox.append(
                sql,
                new Outbox.Entry(
                        Topics.CANCELLATIONS,
                        job.uuid(),
                        "cancellation",
                        new String(EventJson.write(new Cancellation(job.uuid())), StandardCharsets.UTF_8),
                        null));
        events.deleted(sql, job);
        // what the relay is sending is sent: the cancellation and the deletion stand behind it
        sql.update("""
                delete from outbox where id in (
                    select id from outbox where key = $1 and (topic like 'pagewright.page-tasks.%' or topic = $2)
                    for update skip locked)""", job.uuid(), Topics.PAGE_RESULTS);
        sql.update("delete from idempotency_key where account_id = $1 and job_id = $2", job.accountId(), job.uuid());
        sql.update("delete from job where id = $1", job.uuid());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.update(
                "update original set references_ = references_ - 1, touched_at = $3 where account_id = $1 and sha256 = $2",
                job.accountId(),
                sha256,
                now);
        for (Duration delay : new Duration[] {Duration.ZERO, LAST_WRITES}) {
            sql.update(
                    "insert into purge (account_id, job_id, not_before) values ($1, $2, $3)",
                    job.accountId(),
                    job.uuid(),
                    now.plus(delay));
        }
    }
}
