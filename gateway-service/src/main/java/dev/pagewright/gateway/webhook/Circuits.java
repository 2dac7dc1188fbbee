package dev.pagewright.gateway.webhook;

import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hosts that do not answer. After some failures in a row an account calls a host no more for a while, which doubles with
 * each failed trial; one call then tries it, and any answer, whatever its status, closes the circuit. Thread-safe.
 */
@ApplicationScoped
class Circuits {

    private final WebhookSettings.Circuit settings;

    Circuits(WebhookSettings settings) {
        this.settings = settings.circuit();
    }

    void answered(Transaction sql, String accountId, String host) {
        sql.update("delete from webhook_circuit where account_id = $1 and host = $2", accountId, host);
    }

    void failed(Transaction sql, String accountId, String host, OffsetDateTime now) {
        int failures = sql.row("""
                        insert into webhook_circuit as c (account_id, host, failures, open_until) values ($1, $2, 1, $3)
                        on conflict (account_id, host) do update set failures = c.failures + 1
                        returning failures""", accountId, host, now).orElseThrow().getInteger("failures");
        if (failures >= settings.failures()) {
            sql.update(
                    "update webhook_circuit set open_until = $3 where account_id = $1 and host = $2",
                    accountId,
                    host,
                    now.plus(jittered(pause(failures))));
        }
    }

    /** The next message tries the host at once: its account asked for it. */
    void tryNow(Transaction sql, String accountId, String host, OffsetDateTime now) {
        sql.update(
                "update webhook_circuit set open_until = $3 where account_id = $1 and host = $2 and open_until > $3",
                accountId,
                host,
                now);
    }

    Duration pause(int failures) {
        int doublings = Math.min(20, failures - settings.failures());
        Duration pause = settings.first().multipliedBy(1L << doublings);
        return pause.compareTo(settings.longest()) < 0 ? pause : settings.longest();
    }

    /** Between four fifths and six fifths of it, so that what failed together does not come back together. */
    static Duration jittered(Duration pause) {
        return Duration.ofMillis(
                Math.round(pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
