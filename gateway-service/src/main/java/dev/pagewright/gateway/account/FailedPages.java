package dev.pagewright.gateway.account;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a UTC day that could not be read. Such a page costs its account nothing, and the service often more work
 * than one that can be: a plan allows so many, first readings and retries together. A page that the service lost is not
 * the account's. Thread-safe.
 */
@ApplicationScoped
public class FailedPages {

    private final Clock clock;

    FailedPages(Clock clock) {
        this.clock = clock;
    }

    /** To be called once for each page that failed, in the transaction that says so. */
    public static void count(Transaction sql, String accountId, String code, OffsetDateTime now) {
        if (!code.equals(PageErrorCode.PAGE_LOST.wireName())) {
            sql.update("""
                    insert into failed_use as f (account_id, day, pages) values ($1, $2, 1)
                    on conflict (account_id, day) do update set pages = f.pages + 1""", accountId, now.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
        }
    }

    /**
     * @param more pages that are likely to fail
     * @throws dev.pagewright.gateway.http.ProblemException 429 {@code rate_limited}
     */
    public void require(Transaction sql, String accountId, Plans.Plan plan, int more) {
        if (plan.failedPagesPerDay().isEmpty()) {
            return;
        }
        long cap = plan.failedPagesPerDay().getAsInt();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long used = sql.row("select pages from failed_use where account_id = $1 and day = $2", accountId, today)
                .map(row -> row.getLong("pages"))
                .orElse(0L);
        if (used + more > cap) {
            throw refusal(used, cap, more, now, today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
    }

    private static RuntimeException refusal(long used, long cap, int more, Instant now, Instant resetsAt) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("used", used);
        members.put("cap", cap);
        members.put("unit", "failed_pages_today");
        members.put("requested", more);
        members.put("resets_at", resetsAt.toString());
        String detail =
                "%d pages of this account could not be read today, and the plan allows %d a day; check the files, and go on at %s."
                        .formatted(used, cap, resetsAt);
        long seconds = Math.max(1, Duration.between(now, resetsAt).toSeconds());
        return new Problem(ErrorCode.RATE_LIMITED, detail, members, Map.of("Retry-After", Long.toString(seconds)))
                .asException();
    }
}
