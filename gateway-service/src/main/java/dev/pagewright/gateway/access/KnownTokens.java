package dev.pagewright.gateway.access;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.security.TokenText;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who is behind a token. What the database said is believed for {@link #FRESH}, so that a revoked token or a suspended
 * account is refused on every replica within a second. A text that has not the form and checksum of a token is never a
 * question to the database: many wrong ones slow nobody down. Blocks now and then; thread-safe.
 */
@ApplicationScoped
public class KnownTokens {

    private static final Duration FRESH = Duration.ofMillis(500);
    private static final int MOST = 20_000;

    private record Known(Caller caller, Instant until) {}

    private final Database database;
    private final Clock clock;
    private final Optional<byte[]> demo;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    KnownTokens(Database database, Clock clock, @ConfigProperty(name = "pagewright.demo-token") Optional<String> demo) {
        this.database = database;
        this.clock = clock;
        this.demo = demo.map(TokenText::hash);
    }

    /** This replica asks the database again for every token. */
    public void forget() {
        known.clear();
    }

    Optional<Caller> find(String token) {
        byte[] hash = TokenText.hash(token);
        if (!TokenText.wellFormed(token)
                && demo.filter(its -> MessageDigest.isEqual(its, hash)).isEmpty()) {
            return Optional.empty();
        }
        String key = HexFormat.of().formatHex(hash);
        Instant now = clock.instant();
        Known last = known.get(key);
        if (last != null && last.until().isAfter(now)) {
            return Optional.of(last.caller());
        }
        Optional<Caller> caller = ask(hash, now.atOffset(ZoneOffset.UTC));
        if (known.size() >= MOST) {
            known.clear();
        }
        caller.ifPresentOrElse(found -> known.put(key, new Known(found, now.plus(FRESH))), () -> known.remove(key));
        return caller;
    }

    private Optional<Caller> ask(byte[] hash, OffsetDateTime now) {
        return database.withoutTransaction(sql -> {
            Optional<Row> row = sql.row("""
                    select a.id, a.name, a.plan, a.status, t.id as token_id, t.scopes, t.last_used_at
                    from api_token t join account a on a.id = t.account_id
                    where t.hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2)""", Buffer.buffer(hash), now);
            row.ifPresent(found -> {
                OffsetDateTime used = found.getOffsetDateTime("last_used_at");
                if (used == null || used.plusMinutes(1).isBefore(now)) {
                    sql.update(
                            "update api_token set last_used_at = $2 where id = $1", found.getString("token_id"), now);
                }
            });
            return row.map(KnownTokens::caller);
        });
    }

    private static Caller caller(Row row) {
        return new Caller(
                row.getString("id"),
                row.getString("name"),
                row.getString("plan"),
                row.getString("status").equals("suspended"),
                row.getString("token_id"),
                Set.copyOf(List.of(row.getArrayOfStrings("scopes"))));
    }
}
