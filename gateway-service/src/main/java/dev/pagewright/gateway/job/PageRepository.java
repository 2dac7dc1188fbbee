package dev.pagewright.gateway.job;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Pages as entities, for who changes them and holds their job's row. */
@ApplicationScoped
public class PageRepository implements PanacheRepositoryBase<Page, PageKey> {

    /** Those of them that are there, in order: nobody else changes them until the end of the transaction. */
    public Uni<List<Page>> lock(Collection<PageKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return getSession().chain(session -> session.createNamedQuery(Page.LOCK, Page.class)
                .setParameter("jobs", keys.stream().map(PageKey::jobId).toArray(String[]::new))
                .setParameter("indexes", keys.stream().map(PageKey::index).toArray(Integer[]::new))
                .getResultList());
    }

    /**
     * The pages of a job that was just made, which wait from now on.
     *
     * @param numbers 1-based, within the file
     */
    public Uni<Void> insert(Job job, List<Integer> numbers) {
        return getSession()
                .call(Mutiny.Session::flush) // the job's row first
                .chain(session -> session.createNamedQuery(Page.INSERT)
                        .setParameter("job", job.id())
                        .setParameter("account", job.accountId())
                        .setParameter("numbers", numbers.toArray(Integer[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * What is to be released to the workers next, held; see {@code Dispatcher} for the rule.
     *
     * @param room how much the workers can have before them
     * @param weights of plans, by name
     */
    public Uni<List<Page>> next(Room room, Map<String, Integer> weights, int most) {
        return getSession().chain(session -> session.createNamedQuery(Page.NEXT, Page.class)
                .setParameter("plans", weights.keySet().toArray(String[]::new))
                .setParameter("weights", weights.values().toArray(Integer[]::new))
                .setParameter("window", room.window())
                .setParameter("slots", room.slots())
                .setParameter("vision", room.visionSlots())
                .setParameter("ahead", (double) room.ahead().toMillis())
                .setParameter("most", most)
                .getResultList());
    }

    /**
     * How much the workers can have before them.
     *
     * @param window pages of a lane at most
     * @param slots pages that are read at once
     * @param visionSlots pages that vision endpoints read at once, 0 where that is not known
     * @param ahead what the workers read in this time lies ready
     */
    public record Room(int window, int slots, int visionSlots, Duration ahead) {}

    /** How many pages of the account wait, as far as this many. */
    public Uni<Long> waiting(String accountId, int most) {
        return getSession().chain(session -> session.createNamedQuery(Page.WAITING, Long.class)
                .setParameter("account", accountId)
                .setParameter("most", most)
                .getSingleResult());
    }

    /** All pages of the account's job, in order, as they stand. */
    public Uni<List<Page>> of(String accountId, String jobId) {
        return list("from Page p where p.accountId = ?1 and p.jobId = ?2 order by p.index", accountId, jobId);
    }

    /** A page of the account's job, as it stands. */
    public Uni<Optional<Page>> of(String accountId, String jobId, int index) {
        return find("from Page p where p.accountId = ?1 and p.jobId = ?2 and p.index = ?3", accountId, jobId, index)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** The keys of all pages of a job. */
    public static List<PageKey> all(Job job) {
        return IntStream.range(0, job.pageCount())
                .mapToObj(index -> new PageKey(job.id(), index))
                .toList();
    }
}
