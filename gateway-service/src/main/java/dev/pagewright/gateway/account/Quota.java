package dev.pagewright.gateway.account;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.ledger.Charges;
import dev.pagewright.gateway.plan.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Admits pages that an account's plan allows and reserves them, in one transaction: of concurrent submissions exactly
 * as many are admitted as there is room for (C09, C14).
 */
@ApplicationScoped
public class Quota {

    private final AccountRepository accounts;
    private final Charges charges;
    private final Usages usages;
    private final Plans plans;
    private final FailedPages failed;
    private final Clock clock;

    Quota(AccountRepository accounts, Charges charges, Usages usages, Plans plans, FailedPages failed, Clock clock) {
        this.accounts = accounts;
        this.charges = charges;
        this.usages = usages;
        this.plans = plans;
        this.failed = failed;
        this.clock = clock;
    }

    /**
     * As part of the transaction that is open on this context, and holds the account's sums until its end.
     *
     * @param price thousandths of a credit a page; plans that have no credits count pages alone
     * @return fails with a {@link dev.pagewright.gateway.http.ProblemException}: 402 {@code quota_exceeded}, or 429 where
     *     too many pages of today failed
     */
    public Uni<Void> reserve(String accountId, String jobId, int pages, long price) {
        return reserve(accountId, jobId, pages, price, 1);
    }

    /** As {@link #reserve}, for pages that failed before: so many more may fail today. */
    public Uni<Void> reserveAgain(String accountId, String jobId, int pages, long price) {
        return reserve(accountId, jobId, pages, price, pages);
    }

    private Uni<Void> reserve(String accountId, String jobId, int pages, long price, int mayFail) {
        return charges.lock(List.of(accountId))
                .chain(() -> accounts.findById(accountId))
                .map(account -> plans.of(account.plan()))
                .call(plan -> failed.require(accountId, plan, mayFail))
                .call(plan -> usages.in(accountId, plan).invoke(usage -> require(usage, plan, pages, price)))
                .chain(plan -> charges.reserve(accountId, jobId, pages, paid(plan) ? price : 0, clock.instant()));
    }

    private static boolean paid(Plans.Plan plan) {
        return plan.credits().orElse(false);
    }

    private static void require(Usage usage, Plans.Plan plan, int pages, long price) {
        require(usage.pagesToday(), "pages_today", pages);
        require(usage.pagesMonth(), "pages_month", pages);
        if (paid(plan)) {
            requireCredits(usage, Math.multiplyExact(price, pages));
        }
    }

    private static void require(Usage.Window window, String unit, int pages) {
        Long cap = window.cap();
        if (cap != null && window.left() < pages) {
            String detail =
                    "The plan allows %d pages %s, %d are used, and %d more do not fit; send fewer pages, wait until %s, or change the plan."
                            .formatted(
                                    cap,
                                    unit.equals("pages_today") ? "a day" : "a month",
                                    window.used(),
                                    pages,
                                    window.resetsAt());
            throw exceeded(detail, unit, window.used(), cap, pages, window.resetsAt());
        }
    }

    /** Of credits, {@code cap} is what was ever granted and {@code used} what is spent or reserved of it. */
    private static void requireCredits(Usage usage, long requested) {
        if (usage.balance() < requested) {
            BigDecimal left = Credit.of(Math.max(0, usage.balance()));
            String detail = "The job takes %s credits and the account has %s; buy more, or send fewer pages."
                    .formatted(Credit.of(requested).toPlainString(), left.toPlainString());
            throw exceeded(
                    detail,
                    "credits",
                    Credit.of(usage.granted() - usage.balance()),
                    Credit.of(usage.granted()),
                    Credit.of(requested),
                    null);
        }
    }

    /** The one form of a refusal by quota; {@code resetsAt} is null where waiting does not help. */
    static RuntimeException exceeded(
            String detail, String unit, Number used, Number cap, Number requested, @Nullable Instant resetsAt) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("used", used);
        members.put("cap", cap);
        members.put("unit", unit);
        members.put("requested", requested);
        members.put("resets_at", resetsAt == null ? null : resetsAt.toString());
        return new Problem(ErrorCode.QUOTA_EXCEEDED, detail, members).asException();
    }
}
