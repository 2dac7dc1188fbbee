package dev.pagewright.gateway.ledger;

import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ledger's entries of pages: one statement for all of a transaction. Each is made once a round of reading, whatever
 * comes twice; see {@link Ledger} for what they move. The caller holds the pages' jobs, and then the sums of their
 * accounts.
 */
@ApplicationScoped
public class Charges implements PanacheRepository<LedgerEntry> {

    /** @param price what the page costs as it was read, thousandths; never more than was reserved for it */
    public record Settlement(Page page, long price) {}

    /** @param reason wire name of what became of the page */
    public record Refund(Page page, String reason) {}

    /** What a page was charged, as {@link LedgerEntry#SETTLE} tells it. */
    record Charged(String jobId, Integer index, Long price) {}

    /** Until the end of the transaction nobody else moves these accounts' sums. */
    public Uni<Void> lock(Collection<String> accountIds) {
        return getSession().chain(session -> session.createNamedQuery(LedgerEntry.LOCK, String.class)
                .setParameter("accounts", accountIds.toArray(String[]::new))
                .getResultList()
                .replaceWithVoid());
    }

    /**
     * Takes what {@code account.Quota} has admitted.
     *
     * @param price thousandths of a credit a page; 0 where the plan counts pages and no credits
     */
    public Uni<Void> reserve(String accountId, String jobId, int pages, long price, Instant now) {
        return getSession().chain(session -> session.createNamedQuery(LedgerEntry.RESERVE)
                .setParameter("now", now)
                .setParameter("account", accountId)
                .setParameter("job", jobId)
                .setParameter("pages", pages)
                .setParameter("price", price)
                .setParameter("amount", price * pages)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Which pages of the job were charged for their present round. */
    public Uni<Set<PageKey>> charged(Collection<Page> pages, String jobId) {
        return list("jobId = ?1 and kind = ?2", jobId, LedgerEntry.Kind.SETTLE).map(entries -> pages.stream()
                .filter(page -> entries.stream().anyMatch(entry -> entry.of(page)))
                .map(Page::key)
                .collect(Collectors.toSet()));
    }

    /** @return what is charged, thousandths; nothing for a page that was settled before */
    public Uni<Map<PageKey, Long>> settle(List<Settlement> all, Instant now) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return getSession().chain(session -> session.createNamedQuery(LedgerEntry.SETTLE, Charged.class)
                .setParameter("now", now)
                .setParameter("accounts", texts(all, one -> one.page().accountId()))
                .setParameter("jobs", texts(all, one -> one.page().key().jobId()))
                .setParameter("pages", numbers(all, one -> one.page().index()))
                .setParameter("rounds", numbers(all, one -> one.page().round()))
                .setParameter("prices", all.stream().map(Settlement::price).toArray(Long[]::new))
                .setParameter("reasons", texts(all, one -> one.page().engine()))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> new PageKey(row.jobId(), row.index()), Charged::price))));
    }

    /** Pages that were not read. Nothing for one that was, and could not be read again after its text was lost. */
    public Uni<Void> refund(List<Refund> all, Instant now) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return getSession().chain(session -> session.createNamedQuery(LedgerEntry.REFUND)
                .setParameter("now", now)
                .setParameter("accounts", texts(all, one -> one.page().accountId()))
                .setParameter("jobs", texts(all, one -> one.page().key().jobId()))
                .setParameter("pages", numbers(all, one -> one.page().index()))
                .setParameter("rounds", numbers(all, one -> one.page().round()))
                .setParameter("reasons", texts(all, Refund::reason))
                .executeUpdate()
                .replaceWithVoid());
    }

    private static <T> String[] texts(List<T> all, Function<T, String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(List<T> all, Function<T, Integer> column) {
        return all.stream().map(column).toArray(Integer[]::new);
    }
}
