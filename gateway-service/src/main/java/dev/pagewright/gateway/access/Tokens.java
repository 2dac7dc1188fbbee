package dev.pagewright.gateway.access;

import dev.pagewright.gateway.audit.Audit;
import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.http.JsonBody;
import dev.pagewright.gateway.http.Listed;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import dev.pagewright.security.TokenText;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of an account. Blocks; thread-safe. */
@ApplicationScoped
public class Tokens {

    private static final int MOST = 100;

    /** @param scopes wire names */
    public record Wish(
            String name, Set<String> scopes, @Nullable Instant expiresAt) {
        public Wish {
            scopes = Set.copyOf(scopes);
        }
    }

    /** @param secret the token itself: shown once, stored nowhere */
    public record Made(String id, String name, String prefix, String secret) {}

    /** A token as a list may show it. */
    public record Known(
            String id,
            String name,
            String prefix,
            Set<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {

        public Known {
            scopes = Set.copyOf(scopes);
        }
    }

    private final Database database;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws dev.pagewright.gateway.http.ProblemException 400 where the account has too many, or the time is past */
    public Made make(Caller caller, Wish wish) {
        return database.inTransaction(sql -> {
            Made made = make(sql, caller.accountId(), wish);
            audit.add(
                    sql,
                    caller.actor(),
                    caller.accountId(),
                    "make token",
                    Map.of("token", made.id(), "scopes", wish.scopes()));
            return made;
        });
    }

    /** As part of the caller's transaction. */
    public Made make(Transaction sql, String accountId, Wish wish) {
        OffsetDateTime now = now();
        Instant expiresAt = wish.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(now.toInstant())) {
            throw JsonBody.invalid("The member \"expires_at\" takes a time that is still to come.");
        }
        sql.row("select 1 from account where id = $1 for update", accountId); // concurrent wishes are counted in turn
        long alive = sql.row("""
                        select count(*) from api_token
                        where account_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)""", accountId, now).map(row -> row.getLong(0)).orElseThrow();
        if (alive >= MOST) {
            throw JsonBody.invalid("The account has %d tokens, which is the most; revoke some first.".formatted(MOST));
        }
        String secret = TokenText.generate(random);
        Made made = new Made(Ids.next(), wish.name(), TokenText.shown(secret), secret);
        sql.update(
                """
                insert into api_token (id, account_id, name, prefix, hash, scopes, created_at, expires_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)""",
                made.id(),
                accountId,
                made.name(),
                made.prefix(),
                Buffer.buffer(TokenText.hash(secret)),
                wish.scopes().stream().sorted().toArray(String[]::new),
                now,
                expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
        return made;
    }

    /**
     * Those that are not revoked, newest first.
     *
     * @param after id of the last one of the page before, null for the first page
     */
    public Listed<Known> list(String accountId, @Nullable String after, int limit) {
        var found = database.inTransaction(sql -> sql.rows("""
                        select * from api_token where account_id = $1 and revoked_at is null
                          and ($2::text is null or (created_at, id) < (
                                select created_at, id from api_token where id = $2 and account_id = $1))
                        order by created_at desc, id desc limit $3""", accountId, after, limit + 1).stream()
                .map(Tokens::known)
                .toList());
        return Listed.of(found, limit, Known::id);
    }

    /** A token that is not revoked. */
    public Optional<Known> find(String accountId, String tokenId) {
        return database.inTransaction(sql -> sql.row(
                        "select * from api_token where id = $1 and account_id = $2 and revoked_at is null",
                        tokenId,
                        accountId)
                .map(Tokens::known));
    }

    /** From now on no replica takes the token. */
    public void revoke(Transaction sql, String accountId, String tokenId) {
        sql.update(
                "update api_token set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null",
                tokenId,
                accountId,
                now());
    }

    public void revoke(Caller caller, String tokenId) {
        database.inTransaction(sql -> {
            revoke(sql, caller.accountId(), tokenId);
            audit.add(sql, caller.actor(), caller.accountId(), "revoke token", Map.of("token", tokenId));
            return tokenId;
        });
    }

    private static Known known(Row row) {
        return new Known(
                row.getString("id"),
                row.getString("name"),
                row.getString("prefix"),
                Set.of(row.getArrayOfStrings("scopes")),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
