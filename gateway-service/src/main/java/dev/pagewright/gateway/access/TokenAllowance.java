package dev.pagewright.gateway.access;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.JsonBody;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Map;

/** How many tokens an account may have, and make in a day. */
final class TokenAllowance {

    private static final int MOST = 100;

    /** Made in 24 hours, revoked ones too: rows and audit entries of an account stay bounded. */
    private static final int MOST_A_DAY = 500;

    private TokenAllowance() {}

    /**
     * To be called under the account's lock, before a token is made.
     *
     * @throws dev.pagewright.gateway.http.ProblemException 400, 429
     */
    static void require(Transaction sql, String accountId, OffsetDateTime now) {
        Row count = sql.row("""
                        select count(*) filter (where revoked_at is null and (expires_at is null or expires_at > $2)) as alive,
                            count(*) filter (where created_at > $3) as today
                        from api_token where account_id = $1""", accountId, now, now.minusDays(1)).orElseThrow();
        if (count.getLong("alive") >= MOST) {
            throw JsonBody.invalid("The account has %d tokens, which is the most; revoke some first.".formatted(MOST));
        }
        if (count.getLong("today") >= MOST_A_DAY) {
            throw new Problem(
                            ErrorCode.RATE_LIMITED,
                            "The account has made %d tokens in 24 hours, which is the most; use those it has."
                                    .formatted(MOST_A_DAY),
                            Map.of("cap", MOST_A_DAY),
                            Map.of("Retry-After", "3600"))
                    .asException();
        }
    }
}
