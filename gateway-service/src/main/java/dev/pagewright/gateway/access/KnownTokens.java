package dev.pagewright.gateway.access;

import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import dev.pagewright.security.TokenKey;
import dev.pagewright.security.TokenText;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who is behind a token. What the database said is believed for {@link #FRESH}, so that a revoked token or a suspended
 * account is refused on every replica within a second. A text that was not made with the server's key is never a question
 * to the database: any number of invented ones slow nobody down. Blocks now and then; thread-safe.
 */
@ApplicationScoped
public class KnownTokens {

    private static final Duration FRESH = Duration.ofMillis(500);
    private static final int MOST = 20_000;

    private static final String LIVE = """
            select a.id, a.name, a.plan, a.status, t.id as token_id, t.scopes, t.last_used_at
            from api_token t join account a on a.id = t.account_id
            where t.revoked_at is null and (t.expires_at is null or t.expires_at > $2) and\s""";

    /** @param caller empty: the token was made here, and is not valid any more */
    private record Known(Optional<Caller> caller, Instant until) {}

    private final Database database;
    private final TokenKey key;
    private final EarlierTokens earlier;
    private final Clock clock;
    private final Optional<byte[]> demo;
    private final Counter questions;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    KnownTokens(
            Database database,
            TokenKey key,
            EarlierTokens earlier,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "pagewright.demo-token") Optional<String> demo) {
        this.database = database;
        this.key = key;
        this.earlier = earlier;
        this.clock = clock;
        this.demo = demo.map(TokenText::hash);
        this.questions = Counter.builder("pagewright.token.questions")
                .description("Questions to the database about a token")
                .register(meters);
    }

    /** This replica asks the database again for every token. */
    public void forget() {
        known.clear();
    }

    Optional<Caller> find(String token) {
        byte[] hash = TokenText.hash(token);
        String hex = HexFormat.of().formatHex(hash);
        if (!key.made(token)
                && demo.filter(its -> MessageDigest.isEqual(its, hash)).isEmpty()
                && !earlier.contain(hex)) {
            return Optional.empty();
        }
        return fresh(hex, now -> ask("t.hash = $1", Buffer.buffer(hash), now));
    }

    /** The caller as it stands now; empty where its token is not valid any more. */
    Optional<Caller> again(Caller caller) {
        return fresh(caller.tokenId(), now -> ask("t.id = $1", caller.tokenId(), now));
    }

    private Optional<Caller> fresh(String of, Function<OffsetDateTime, Optional<Caller>> question) {
        Instant now = clock.instant();
        Known last = known.get(of);
        if (last != null && last.until().isAfter(now)) {
            return last.caller();
        }
        questions.increment();
        Optional<Caller> caller = question.apply(now.atOffset(ZoneOffset.UTC));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(of, new Known(caller, now.plus(FRESH)));
        return caller;
    }

    private Optional<Caller> ask(String which, Object what, OffsetDateTime now) {
        return database.withoutTransaction(sql -> {
            Optional<Row> row = sql.row(LIVE + which, what, now);
            row.ifPresent(found -> note(sql, found, now));
            return row.map(KnownTokens::caller);
        });
    }

    private static void note(Transaction sql, Row found, OffsetDateTime now) {
        OffsetDateTime used = found.getOffsetDateTime("last_used_at");
        if (used == null || used.plusMinutes(1).isBefore(now)) {
            sql.update("update api_token set last_used_at = $2 where id = $1", found.getString("token_id"), now);
        }
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
