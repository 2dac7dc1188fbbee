package dev.pagewright.gateway.queue;

import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobRepository;
import dev.pagewright.gateway.job.OriginalRepository;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageRepository;
import dev.pagewright.gateway.ledger.Charges;
import dev.pagewright.gateway.ledger.Prices;
import dev.pagewright.gateway.relay.Announcements;
import dev.pagewright.gateway.store.Sessions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Cancels a job if it runs, and removes all that belongs to it. Pages read by then stay charged, the rest is
 * refunded. The rows go at once, the blobs right after by {@link Purger}, and once more when no worker can be writing
 * any longer.
 */
@ApplicationScoped
public class Deletion {

    private static final Duration LAST_WRITES = Duration.ofMinutes(3);

    private final Sessions sessions;
    private final JobRepository jobs;
    private final PageRepository pages;
    private final OriginalRepository originals;
    private final IdempotencyKeys keys;
    private final Charges charges;
    private final Prices prices;
    private final QueueSignals signals;
    private final Purger purger;
    private final Clock clock;

    Deletion(
            Sessions sessions,
            JobRepository jobs,
            PageRepository pages,
            OriginalRepository originals,
            IdempotencyKeys keys,
            Charges charges,
            Prices prices,
            QueueSignals signals,
            Purger purger,
            Clock clock) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.pages = pages;
        this.originals = originals;
        this.keys = keys;
        this.charges = charges;
        this.prices = prices;
        this.signals = signals;
        this.purger = purger;
        this.clock = clock;
    }

    /** Blocks. @return false where the account has no such job */
    public boolean delete(String accountId, String jobId) {
        boolean found = sessions.inTransaction(() -> jobs.lock(accountId, jobId)
                .call(job -> job.map(this::delete).orElse(Uni.createFrom().voidItem()))
                .map(Optional::isPresent));
        if (found) {
            signals.jobsWaiting();
            purger.wake();
        }
        return found;
    }

    private Uni<Void> delete(Job job) {
        Instant now = clock.instant();
        Announcements announcements = new Announcements(now);
        Uni<Void> charged = job.status().ended() ? Uni.createFrom().voidItem() : charge(job, announcements, now);
        return charged.chain(() -> {
                    announcements.cancelled(job);
                    announcements.deleted(job);
                    return announcements.write();
                })
                .chain(() -> Announcements.withdraw(job.id()))
                .chain(() -> keys.forget(job.accountId(), job.id()))
                .chain(() -> jobs.delete(job))
                .chain(() -> originals.release(job, now))
                .chain(() -> Panache.getSession())
                .chain(session -> session.persistAll(
                        new Purge(job.accountId(), job.id(), now),
                        new Purge(job.accountId(), job.id(), now.plus(LAST_WRITES))));
    }

    /** What was read stays charged, the rest is given back; pages that waited for their translation pay their reading. */
    private Uni<Void> charge(Job job, Announcements announcements, Instant now) {
        return charges.lock(List.of(job.accountId()))
                .chain(() -> pages.lock(PageRepository.all(job)))
                .chain(all -> charges.settle(read(job, all), now)
                        .invoke(prices -> announcements.used(job, all, prices))
                        .chain(() -> charges.refund(
                                all.stream()
                                        .filter(page -> page.status().open())
                                        .map(page -> new Charges.Refund(page, "cancelled"))
                                        .toList(),
                                now)));
    }

    private List<Charges.Settlement> read(Job job, List<Page> all) {
        if (job.translateTo() == null) {
            return List.of(); // each was settled when it was read
        }
        return all.stream()
                .filter(Page::wasRead)
                .map(page ->
                        new Charges.Settlement(page, prices.ofReading(job.tier().wireName(), page.engineReason())))
                .toList();
    }
}
