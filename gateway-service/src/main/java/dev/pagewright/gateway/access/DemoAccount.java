package dev.pagewright.gateway.access;

import dev.pagewright.gateway.ledger.Ledger;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.security.TokenKey;
import dev.pagewright.security.TokenText;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The account of the embedded mode: made at start where a demo token is configured. Nothing else has one, so no
 * installation starts with a secret that somebody else knows.
 */
@ApplicationScoped
class DemoAccount {

    /** Of the account and of its token. */
    static final String ID = "00000000000000000000000000000001";

    private final Database database;
    private final Ledger ledger;
    private final Optional<String> token;
    private final TokenKey key;
    private final Clock clock;

    DemoAccount(
            Database database,
            Ledger ledger,
            @ConfigProperty(name = "pagewright.demo-token") Optional<String> token,
            TokenKey key,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.token = token;
        this.key = key;
        this.clock = clock;
    }

    void make(@Observes StartupEvent event) {
        token.ifPresent(secret -> database.inTransaction(sql -> {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            sql.update(
                    "insert into account (id, name, plan, created_at) values ($1, 'demo', 'internal', $2) on conflict do nothing",
                    ID,
                    now);
            ledger.open(sql, ID);
            return sql.update(
                    """
                    insert into api_token (id, account_id, name, prefix, hash, scopes, created_at, keyed)
                    values ($1, $1, 'demo', $2, $3, $4, $5, $6)
                    on conflict (id) do update set hash = excluded.hash, prefix = excluded.prefix,
                        scopes = excluded.scopes, keyed = excluded.keyed,
                        revoked_at = case when api_token.hash = excluded.hash then api_token.revoked_at end""",
                    ID,
                    TokenText.shown(secret),
                    Buffer.buffer(TokenText.hash(secret)),
                    Scope.wireNames().stream().sorted().toArray(String[]::new),
                    now,
                    key.made(secret));
        }));
    }
}
