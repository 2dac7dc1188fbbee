package dev.pagewright.gateway.webhook;

import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.audit.Audit;
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

    /** From now on another secret signs, and for a while the earlier one beside it. */
    Rotated rotate(Caller caller) {
        String accountId = caller.accountId();
        current(accountId);
        String secret = generate();
        OffsetDateTime until = now().plus(settings.rotation());
        database.inTransaction(sql -> {
            audit.add(sql, caller.actor(), accountId, "rotate webhook secret", Map.of());
            return sql.update("""
                    update webhook_secret set previous = sealed, previous_until = $3, sealed = $2 where account_id = $1""", accountId, sealer.seal(secret, accountId), until);
        });
        return new Rotated(secret, until.toInstant());
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
