package dev.pagewright.gateway.account;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.ledger.Ledger;
import dev.pagewright.gateway.plan.Plans;
import dev.pagewright.gateway.store.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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

    private final Ledger ledger;
    private final Usages usages;
    private final Plans plans;
    private final FailedPages failed;

    Quota(Ledger ledger, Usages usages, Plans plans, FailedPages failed) {
        this.ledger = ledger;
        this.usages = usages;
        this.plans = plans;
        this.failed = failed;
    }

    /**
     * @param price thousandths of a credit a page; plans that have no credits count pages alone
     * @throws dev.pagewright.gateway.http.ProblemException 402 {@code quota_exceeded}, or 429 where too many pages of today failed;
     *     the transaction is to be rolled back
     */
    public void reserve(Transaction sql, String accountId, String jobId, int pages, long price) {
        reserve(sql, accountId, jobId, pages, price, 1);
    }

    /**
     * As {@link #reserve}, for pages that failed before.
     *
     * @throws dev.pagewright.gateway.http.ProblemException 402 {@code quota_exceeded}, or 429 where so many more may not fail today
     */
    public void reserveAgain(Transaction sql, String accountId, String jobId, int pages, long price) {
        reserve(sql, accountId, jobId, pages, price, pages);
    }

    private void reserve(Transaction sql, String accountId, String jobId, int pages, long price, int mayFail) {
        ledger.lock(sql, List.of(accountId));
        Plans.Plan plan = plans.of(sql.row("select plan from account where id = $1", accountId)
                .orElseThrow()
                .getString("plan"));
        failed.require(sql, accountId, plan, mayFail);
        Usage usage = usages.of(sql, accountId, plan);
        require(usage.pagesToday(), "pages_today", pages);
        require(usage.pagesMonth(), "pages_month", pages);
        boolean paid = plan.credits().orElse(false);
        if (paid) {
            requireCredits(usage, Math.multiplyExact(price, pages));
        }
        ledger.reserve(sql, accountId, jobId, pages, paid ? price : 0);
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
