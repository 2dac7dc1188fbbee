package dev.pagewright.gateway.account;

import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.store.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What an account has used. A page counts on the UTC day, and in the month of that day, on which it was reserved,
 * unless it was given back. Thread-safe.
 */
@ApplicationScoped
public class Usages {

    private final AccountTotals totals;
    private final Sessions sessions;
    private final Clock clock;

    Usages(AccountTotals totals, Sessions sessions, Clock clock) {
        this.totals = totals;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Blocks. */
    public Usage of(String accountId, Plans.Plan plan) {
        return sessions.withoutTransaction(() -> in(accountId, plan));
    }

    /** As the session that is open on this context sees it. */
    Uni<Usage> in(String accountId, Plans.Plan plan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Instant tomorrow = midnight(today.plusDays(1));
        Instant nextMonth = midnight(today.withDayOfMonth(1).plusMonths(1));
        return totals.used(accountId, today)
                .map(used -> new Usage(
                        Usage.Window.of(used.today(), plan.pagesPerDay(), tomorrow),
                        Usage.Window.of(used.month(), plan.pagesPerMonth(), nextMonth),
                        Usage.Window.of(used.messages(), plan.chatMessagesPerDay(), tomorrow),
                        used.granted(),
                        used.balance(),
                        used.reserved()));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
