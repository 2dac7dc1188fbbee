package dev.pagewright.gateway.webhook;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.audit.Audit;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import dev.pagewright.security.SecretSealer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What signs an account's webhooks; made when it is first asked for. Blocks; thread-safe. */
@ApplicationScoped
class WebhookSecrets {

    /** @param previousUntil when the secret before this one stops to sign; null where there is none that does */
    record Rotated(String secret, Instant previousUntil) {}

    private static final String ROTATE = "rotate webhook secret";

    /** Each leaves an entry in the audit, which is kept for good. */
    private static final int MOST_A_DAY = 20;

    private final Database database;
    private final SecretSealer sealer;
    private final Audit audit;
    private final WebhookSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(Database database, SecretSealer sealer, Audit audit, WebhookSettings settings, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    String current(String accountId) {
        return all(accountId).getFirst();
    }

    /** Those that sign now, newest first. */
    List<String> all(String accountId) {
        return database.inTransaction(sql -> {
            sql.update(
                    "insert into webhook_secret (account_id, sealed) values ($1, $2) on conflict do nothing",
                    accountId,
                    sealer.seal(generate(), accountId));
            Row row = row(sql, accountId);
            List<String> secrets = new ArrayList<>();
            secrets.add(sealer.open(row.getString("sealed"), accountId));
            OffsetDateTime until = row.getOffsetDateTime("previous_until");
            if (until != null && until.isAfter(now())) {
                secrets.add(sealer.open(row.getString("previous"), accountId));
            }
            return secrets;
        });
    }

    /**
     * From now on another secret signs, and for a while the earlier one beside it.
     *
     * @throws dev.pagewright.gateway.http.ProblemException 429 where it was replaced too often today
     */
    Rotated rotate(Caller caller) {
        String accountId = caller.accountId();
        current(accountId);
        String secret = generate();
        OffsetDateTime until = now().plus(settings.rotation());
        database.inTransaction(sql -> {
            // concurrent rotations are counted in turn
            sql.row("select 1 from webhook_secret where account_id = $1 for update", accountId);
            requireRare(sql, accountId);
            audit.add(sql, caller.actor(), accountId, ROTATE, Map.of());
            return sql.update("""
                    update webhook_secret set previous = sealed, previous_until = $3, sealed = $2 where account_id = $1""", accountId, sealer.seal(secret, accountId), until);
        });
        return new Rotated(secret, until.toInstant());
    }

    private void requireRare(Transaction sql, String accountId) {
        long today = sql.row("""
                        select count(*) from (
                            select at from audit_entry where account_id = $1 and action = $2 order by id desc limit $3) last
                        where at > $4""", accountId, ROTATE, MOST_A_DAY, now().minusDays(1))
                .orElseThrow()
                .getLong(0);
        if (today >= MOST_A_DAY) {
            throw new Problem(
                            ErrorCode.RATE_LIMITED,
                            "The secret was replaced %d times in 24 hours, which is the most; use the one that there is."
                                    .formatted(MOST_A_DAY),
                            Map.of("cap", MOST_A_DAY),
                            Map.of("Retry-After", "3600"))
                    .asException();
        }
    }

    private static Row row(Transaction sql, String accountId) {
        return sql.row("select * from webhook_secret where account_id = $1", accountId)
                .orElseThrow();
    }

    private String generate() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Signature.secret(secret);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
