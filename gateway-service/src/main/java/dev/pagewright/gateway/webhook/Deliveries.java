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
 * dies is made again, with the same message id ({@link Claims}). Blocks; thread-safe.
 */
@ApplicationScoped
class Deliveries {

    /**
     * A message that is to be sent now.
     *
     * @param host with its port
     * @param attempt counts from 1
     */
    record Due(String id, String accountId, String host, String url, String payload, int attempt) {}

    /**
     * What became of an attempt: the answer's status, or why there was none.
     *
     * @param hopeless whether no later one can fare better, whatever the receiver does
     */
    record Attempted(@Nullable Integer answer, @Nullable String failure, boolean hopeless) {

        static Attempted answered(int status) {
            return new Attempted(status, null, status == 410); // the receiver says that it wants no more
        }

        static Attempted failed(String why) {
            return new Attempted(null, why, false);
        }

        static Attempted impossible(String why) {
            return new Attempted(null, why, true);
        }

        boolean delivered() {
            return answer != null && answer >= 200 && answer < 300;
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
    private final Circuits circuits;
    private final WebhookSettings settings;
    private final Clock clock;

    Deliveries(Database database, Circuits circuits, WebhookSettings settings, Clock clock) {
        this.database = database;
        this.circuits = circuits;
        this.settings = settings;
        this.clock = clock;
    }

    void finish(Due message, Attempted attempted) {
        boolean last = message.attempt() > settings.pauses().size() || attempted.hopeless();
        String status = attempted.delivered() ? "delivered" : last ? "given_up" : "waiting";
        OffsetDateTime now = now();
        database.inTransaction(sql -> {
            if (attempted.answer() != null) {
                circuits.answered(sql, message.accountId(), message.host());
            } else if (!attempted.hopeless()) {
                circuits.failed(sql, message.accountId(), message.host(), now);
            }
            return sql.update(
                    """
                    update webhook_delivery set status = $2, answer = $3, failure = $4, due_at = $5, leased_until = null
                    where id = $1 and attempts = $6""",
                    message.id(),
                    status,
                    attempted.answer(),
                    attempted.failure(),
                    status.equals("waiting") ? now.plus(Circuits.jittered(pause(message))) : now,
                    message.attempt());
        });
    }

    private Duration pause(Due message) {
        return settings.pauses().get(message.attempt() - 1);
    }

    /**
     * Gives up what has waited longer than all pauses together, behind a host that does not answer, and a message at which
     * the service ended as often as it may be tried; forgets old messages. The time of a suspension does not count.
     */
    void sweep() {
        OffsetDateTime now = now();
        Duration together = settings.pauses().stream().reduce(Duration.ofHours(1), Duration::plus);
        database.withoutTransaction(sql -> {
            sql.update("""
                    update webhook_delivery d set wanted_at = $1 from account a
                    where a.id = d.account_id and a.status <> 'active' and d.status = 'waiting'""", now);
            sql.update("""
                    update webhook_delivery set status = 'given_up', due_at = $1,
                        failure = case when wanted_at < $2 then 'the receiver did not answer in all this time'
                            else 'the service ended while it was sent' end
                    where status = 'waiting' and (leased_until is null or leased_until < $1)
                        and (wanted_at < $2 or (attempts > $3 and leased_until is not null))""", now, now.minus(together), settings.pauses().size());
            sql.update("""
                    delete from webhook_circuit c where open_until < $1 and not exists (
                        select 1 from webhook_delivery d
                        where d.account_id = c.account_id and d.host = c.host and d.status = 'waiting')""", now.minusDays(1));
            return sql.update(
                    "delete from webhook_delivery where status <> 'waiting' and due_at < $1",
                    now.minus(settings.kept()));
        });
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
        OffsetDateTime now = now();
        return database.inTransaction(sql -> {
            Optional<Row> message = sql.row("""
                    update webhook_delivery set status = 'waiting', attempts = 0, due_at = $3, wanted_at = $3,
                        leased_until = null
                    where id = (select id from webhook_delivery where account_id = $1 and job_id = $2
                                order by created_at desc limit 1)
                    returning *""", accountId, jobId, now);
            message.ifPresent(row -> circuits.tryNow(sql, accountId, row.getString("host"), now));
            return message.map(Deliveries::delivery);
        });
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
