package dev.pagewright.gateway.account;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.plan.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    private final FailedUseRepository days;
    private final Clock clock;

    FailedPages(FailedUseRepository days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /**
     * @param more pages that are likely to fail
     * @return fails with a {@link dev.pagewright.gateway.http.ProblemException} 429 {@code rate_limited}
     */
    Uni<Void> require(String accountId, Plans.Plan plan, int more) {
        if (plan.failedPagesPerDay().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        long cap = plan.failedPagesPerDay().getAsInt();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return days.findById(new FailedUse.Key(accountId, today))
                .invoke(day -> {
                    long used = day == null ? 0 : day.pages();
                    if (used + more > cap) {
                        throw refusal(
                                used,
                                cap,
                                more,
                                now,
                                today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
                    }
                })
                .replaceWithVoid();
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
