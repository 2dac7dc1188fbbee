package dev.pagewright.gateway.webhook;

import dev.pagewright.gateway.store.Database;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of messages: what is due, what became of it. An attempt is claimed before it is made; one whose replica
 * dies is made again, with the same message id. Blocks; thread-safe.
 */
@ApplicationScoped
class Deliveries {

    private static final Duration LOST_AFTER = Duration.ofMinutes(2);

    /** @param attempt counts from 1 */
    record Due(String id, String accountId, String url, String payload, int attempt) {}

    /** What became of an attempt: the answer's status, or why there was none. */
    record Attempted(@Nullable Integer answer, @Nullable String failure) {

        boolean delivered() {
            return answer != null && answer >= 200 && answer < 300;
        }

        /** The receiver says that it wants no more (410). */
        boolean unwanted() {
            return answer != null && answer == 410;
        }
    }

    /** A message as its account sees it. */
    record Delivery(
            String id,
            String type,
            String url,
            String status,
            int attempts,
            @Nullable Integer answer,
            @Nullable String failure,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime attemptedAt,
            OffsetDateTime dueAt) {}

    private final Database database;
    private final WebhookSettings settings;
    private final Clock clock;

    Deliveries(Database database, WebhookSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    List<Due> claim(int most) {
        OffsetDateTime now = now();
        return database.inTransaction(sql -> sql.rows("""
                        update webhook_delivery set attempts = attempts + 1, attempted_at = $1, due_at = $2
                        where id in (select id from webhook_delivery where status = 'waiting' and due_at <= $1
                                     order by due_at limit $3 for update skip locked)
                        returning *""", now, now.plus(LOST_AFTER), most).stream()
                .map(row -> new Due(
                        row.getString("id"),
                        row.getString("account_id"),
                        row.getString("url"),
                        row.getString("payload"),
                        row.getInteger("attempts")))
                .toList());
    }

    void finish(Due message, Attempted attempted) {
        boolean last = message.attempt() > settings.pauses().size() || attempted.unwanted();
        String status = attempted.delivered() ? "delivered" : last ? "given_up" : "waiting";
        OffsetDateTime now = now();
        database.inTransaction(sql -> sql.update(
                "update webhook_delivery set status = $2, answer = $3, failure = $4, due_at = $5 where id = $1 and attempts = $6",
                message.id(),
                status,
                attempted.answer(),
                attempted.failure(),
                status.equals("waiting") ? now.plus(settings.pauses().get(message.attempt() - 1)) : now,
                message.attempt()));
    }

    /** Newest first; a job has one for each time that it ended. */
    List<Delivery> ofJob(String accountId, String jobId) {
        return database.inTransaction(sql -> sql
                .rows(
                        "select * from webhook_delivery where account_id = $1 and job_id = $2 order by created_at desc limit 100",
                        accountId,
                        jobId)
                .stream()
                .map(Deliveries::delivery)
                .toList());
    }

    /** Sends the job's last message again, from the first attempt on; empty where it has none. */
    Optional<Delivery> again(String accountId, String jobId) {
        return database.inTransaction(
                sql -> sql.row("""
                        update webhook_delivery set status = 'waiting', attempts = 0, due_at = $3
                        where id = (select id from webhook_delivery where account_id = $1 and job_id = $2
                                    order by created_at desc limit 1)
                        returning *""", accountId, jobId, now()).map(Deliveries::delivery));
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getString("id"),
                row.getString("type"),
                row.getString("url"),
                row.getString("status"),
                row.getInteger("attempts"),
                row.getInteger("answer"),
                row.getString("failure"),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("attempted_at"),
                row.getOffsetDateTime("due_at"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
