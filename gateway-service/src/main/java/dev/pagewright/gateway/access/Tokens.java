package dev.pagewright.gateway.access;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.audit.Audit;
import dev.pagewright.gateway.http.Ids;
import dev.pagewright.gateway.http.JsonBody;
import dev.pagewright.gateway.http.Listed;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.gateway.store.Database;
import dev.pagewright.gateway.store.Transaction;
import dev.pagewright.security.TokenKey;
import dev.pagewright.security.TokenText;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of an account. A token that another one made is its child: it may not do more, does not outlive it, and is
 * revoked with it. Blocks; thread-safe.
 */
@ApplicationScoped
public class Tokens {

    /** Tokens that are revoked or expired stay for so long, for whoever asks what happened. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** @param scopes wire names */
    public record Wish(
            String name, Set<String> scopes, @Nullable Instant expiresAt) {
        public Wish {
            scopes = Set.copyOf(scopes);
        }

        /** @param latest when whoever makes it expires; null: never */
        Wish within(@Nullable Instant latest) {
            if (latest == null) {
                return this;
            }
            if (expiresAt != null && expiresAt.isAfter(latest)) {
                throw JsonBody.invalid(
                        "The member \"expires_at\" takes a time until %s: then the token that makes this one expires."
                                .formatted(latest.truncatedTo(ChronoUnit.MILLIS)));
            }
            return expiresAt == null ? new Wish(name, scopes, latest) : this;
        }
    }

    /** @param secret the token itself: shown once, stored nowhere */
    public record Made(
            String id,
            String name,
            String prefix,
            Set<String> scopes,
            @Nullable Instant expiresAt,
            String secret) {

        public Made {
            scopes = Set.copyOf(scopes);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "token %s of prefix %s".formatted(id, prefix);
        }
    }

    /**
     * A token as a list may show it.
     *
     * @param parentPrefix of the token that made it; null where the administrator did
     */
    public record Known(
            String id,
            String name,
            String prefix,
            Set<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String parentPrefix) {

        public Known {
            scopes = Set.copyOf(scopes);
        }
    }

    private static final String SHOWN = """
            select t.*, p.prefix as parent_prefix from api_token t left join api_token p on p.id = t.parent_id\s""";

    private final Database database;
    private final Audit audit;
    private final TokenKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(Database database, Audit audit, TokenKey key, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.key = key;
        this.clock = clock;
    }

    /**
     * A child of the caller's token.
     *
     * @param wish without a time: it expires when the caller's token does
     * @throws dev.pagewright.gateway.http.ProblemException 400 where the account has too many, the time is past, or later than
     *     the caller's token expires; 403 where the caller's token may not make it; 401 where it was revoked meanwhile; 429
     */
    public Made make(Caller caller, Wish wish) {
        requireNoMore(caller, wish.scopes());
        return database.inTransaction(sql -> {
            lock(sql, caller.accountId());
            Row parent = sql.row("""
                            select expires_at from api_token
                            where id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)""", caller.tokenId(), now())
                    .orElseThrow(() -> new ProblemException(
                            ErrorCode.UNAUTHORIZED, "The token of this request was revoked or has expired meanwhile."));
            Made made = make(
                    sql,
                    caller.accountId(),
                    wish.within(instant(parent.getOffsetDateTime("expires_at"))),
                    caller.tokenId());
            audit.add(
                    sql,
                    caller.actor(),
                    caller.accountId(),
                    "make token",
                    Map.of("token", made.id(), "scopes", wish.scopes()));
            return made;
        });
    }

    /** The administrator's, as part of the caller's transaction. */
    public Made make(Transaction sql, String accountId, Wish wish) {
        lock(sql, accountId);
        return make(sql, accountId, wish, null);
    }

    /** Concurrent wishes are counted in turn, and nothing is made by a token that is being revoked. */
    private static void lock(Transaction sql, String accountId) {
        sql.row("select 1 from account where id = $1 for update", accountId);
    }

    private Made make(Transaction sql, String accountId, Wish wish, @Nullable String parentId) {
        OffsetDateTime now = now();
        Instant expiresAt = wish.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(now.toInstant())) {
            throw JsonBody.invalid("The member \"expires_at\" takes a time that is still to come.");
        }
        TokenAllowance.require(sql, accountId, now);
        String secret = key.generate(random);
        Made made = new Made(Ids.next(), wish.name(), TokenText.shown(secret), wish.scopes(), expiresAt, secret);
        sql.update(
                """
                insert into api_token (id, account_id, name, prefix, hash, scopes, created_at, expires_at, parent_id, keyed)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)""",
                made.id(),
                accountId,
                made.name(),
                made.prefix(),
                Buffer.buffer(TokenText.hash(secret)),
                wish.scopes().stream().sorted().toArray(String[]::new),
                now,
                expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC),
                parentId);
        return made;
    }

    private static void requireNoMore(Caller caller, Set<String> scopes) {
        if (!caller.scopes().containsAll(scopes)) {
            throw new ProblemException(
                    ErrorCode.INSUFFICIENT_SCOPE,
                    "This token has the scopes %s alone, and can make and revoke only tokens that have no other."
                            .formatted(String.join(
                                    ", ", caller.scopes().stream().sorted().toList())));
        }
    }

    /**
     * Those that are not revoked, newest first.
     *
     * @param after id of the last one of the page before, null for the first page
     */
    public Listed<Known> list(String accountId, @Nullable String after, int limit) {
        var found = database.inTransaction(sql -> sql.rows(SHOWN + """
                        where t.account_id = $1 and t.revoked_at is null
                          and ($2::text is null or (t.created_at, t.id) < (
                                select created_at, id from api_token where id = $2 and account_id = $1))
                        order by t.created_at desc, t.id desc limit $3""", accountId, after, limit + 1).stream()
                .map(Tokens::known)
                .toList());
        return Listed.of(found, limit, Known::id);
    }

    /** A token that is not revoked. */
    public Optional<Known> find(String accountId, String tokenId) {
        return database.inTransaction(sql -> sql.row(
                        SHOWN + "where t.id = $1 and t.account_id = $2 and t.revoked_at is null", tokenId, accountId)
                .map(Tokens::known));
    }

    /**
     * From now on no replica takes the token, nor any that it made, or those made.
     *
     * @return how many were revoked
     */
    public int revoke(Transaction sql, String accountId, String tokenId) {
        lock(sql, accountId);
        return sql.update("""
                with recursive family(id) as (
                    select id from api_token where id = $1 and account_id = $2
                    union select t.id from api_token t join family f on t.parent_id = f.id)
                update api_token set revoked_at = $3 where id in (select id from family) and revoked_at is null""", tokenId, accountId, now());
    }

    /**
     * A token revokes itself and, where its scopes say so, those that may do no more than itself.
     *
     * @throws dev.pagewright.gateway.http.ProblemException 403
     */
    public void revoke(Caller caller, Known token) {
        if (!token.id().equals(caller.tokenId())) {
            if (!caller.may(Scope.TOKENS)) {
                throw new ProblemException(
                        ErrorCode.INSUFFICIENT_SCOPE,
                        "This token lacks the scope \"tokens\", and can revoke itself alone.");
            }
            requireNoMore(caller, token.scopes());
        }
        database.inTransaction(sql -> {
            int revoked = revoke(sql, caller.accountId(), token.id());
            audit.add(
                    sql,
                    caller.actor(),
                    caller.accountId(),
                    "revoke token",
                    Map.of("token", token.id(), "revoked", revoked));
            return revoked;
        });
    }

    /** Removes those that have been revoked or expired for long; the demo token stays, or a start would make it anew. */
    void forgetDead() {
        database.withoutTransaction(sql -> sql.update(
                "delete from api_token where (revoked_at < $1 or expires_at < $1) and id <> $2",
                now().minus(KEPT),
                DemoAccount.ID));
    }

    private static Known known(Row row) {
        return new Known(
                row.getString("id"),
                row.getString("name"),
                row.getString("prefix"),
                Set.of(row.getArrayOfStrings("scopes")),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("last_used_at")),
                row.getString("parent_prefix"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
