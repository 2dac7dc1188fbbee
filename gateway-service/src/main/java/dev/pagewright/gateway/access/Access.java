package dev.pagewright.gateway.access;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.store.Database;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the account behind a token: {@code Authorization: Bearer}, or {@code api_token}; the header wins (C08). */
@ApplicationScoped
public class Access {

    private static final String BEARER = "bearer ";

    private final Database database;
    private final Clock clock;

    Access(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param authorization the header, null where there is none
     * @param apiToken the query parameter, null where there is none
     * @throws dev.pagewright.gateway.http.ProblemException 401, 403
     */
    public Caller require(@Nullable String authorization, @Nullable String apiToken, Scope scope) {
        Caller caller = authenticate(authorization, apiToken);
        if (caller.suspended()) {
            throw new Problem(
                            ErrorCode.ACCOUNT_SUSPENDED, "This account is suspended; ask the operator of the service.")
                    .asException();
        }
        if (!caller.scopes().contains(scope.wireName())) {
            throw new Problem(
                            ErrorCode.INSUFFICIENT_SCOPE,
                            "This token lacks the scope \"%s\"; make one that has it.".formatted(scope.wireName()))
                    .asException();
        }
        return caller;
    }

    /** Whoever it is, whatever they may do. */
    Caller authenticate(@Nullable String authorization, @Nullable String apiToken) {
        return token(authorization, apiToken).flatMap(this::find).orElseThrow(() -> new Problem(
                        ErrorCode.UNAUTHORIZED,
                        "Send your API token as \"Authorization: Bearer TOKEN\" or as ?api_token=TOKEN; this request has none that is valid.")
                .asException());
    }

    static Optional<String> token(@Nullable String authorization, @Nullable String apiToken) {
        if (authorization != null) {
            boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
            return bearer ? Optional.of(authorization.substring(BEARER.length()).strip()) : Optional.empty();
        }
        return Optional.ofNullable(apiToken);
    }

    private Optional<Caller> find(String token) {
        if (token.isEmpty() || token.length() > 512) {
            return Optional.empty();
        }
        Buffer hash = Buffer.buffer(TokenText.hash(token));
        return database.inTransaction(sql -> {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            Optional<Row> row = sql.row("""
                    select a.id, a.name, a.plan, a.status, t.id as token_id, t.scopes, t.last_used_at
                    from api_token t join account a on a.id = t.account_id
                    where t.hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2)""", hash, now);
            row.ifPresent(found -> {
                var used = found.getOffsetDateTime("last_used_at");
                if (used == null || used.plusMinutes(1).isBefore(now)) {
                    sql.update(
                            "update api_token set last_used_at = $2 where id = $1", found.getString("token_id"), now);
                }
            });
            return row.map(Access::caller);
        });
    }

    private static Caller caller(Row row) {
        return new Caller(
                row.getString("id"),
                row.getString("name"),
                row.getString("plan"),
                row.getString("status").equals("suspended"),
                Set.copyOf(List.of(row.getArrayOfStrings("scopes"))));
    }
}
