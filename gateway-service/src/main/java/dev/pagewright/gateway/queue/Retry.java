package dev.pagewright.gateway.queue;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.gateway.account.Quota;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobRepository;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageRepository;
import dev.pagewright.gateway.job.PageStatus;
import dev.pagewright.gateway.ledger.Charges;
import dev.pagewright.gateway.relay.Announcements;
import dev.pagewright.gateway.relay.JobEvents;
import dev.pagewright.gateway.store.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the failed pages of a finished job again, and those of which what was stored is damaged. The other pages stay as
 * they are, their translations too, unless the document pass changes them. A page that was charged is read for nothing.
 */
@ApplicationScoped
public class Retry {

    private final Sessions sessions;
    private final JobRepository jobs;
    private final PageRepository pages;
    private final Charges charges;
    private final Quota quota;
    private final QueueSignals signals;
    private final Clock clock;

    Retry(
            Sessions sessions,
            JobRepository jobs,
            PageRepository pages,
            Charges charges,
            Quota quota,
            QueueSignals signals,
            Clock clock) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.pages = pages;
        this.charges = charges;
        this.quota = quota;
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * Blocks.
     *
     * @param damaged keys of documents that cannot be read, by their page's index
     * @param price thousandths of a credit a page
     * @throws dev.pagewright.gateway.http.ProblemException 402 {@code quota_exceeded}, 429 where the plan allows no more failed
     *     pages today; nothing is changed then
     * @return the job as it stands then, unchanged where no page had failed; empty where the account has no such job
     */
    public Optional<JobRecord> retry(String accountId, String jobId, Map<Integer, String> damaged, long price) {
        Optional<JobRecord> job = sessions.inTransaction(() -> jobs.lock(accountId, jobId)
                .call(found -> found.filter(its -> its.status().ended())
                        .filter(its -> its.pagesFailed() > 0 || !damaged.isEmpty())
                        .map(its -> again(its, damaged, price))
                        .orElse(Uni.createFrom().voidItem()))
                .map(found -> found.map(Job::record)));
        job.ifPresent(changed -> signals.jobsWaiting());
        return job;
    }

    private Uni<Void> again(Job job, Map<Integer, String> damaged, long price) {
        return pages.lock(PageRepository.all(job))
                .map(all -> all.stream().filter(page -> toBeRead(page, damaged)).toList())
                .chain(again -> again.isEmpty() ? Uni.createFrom().voidItem() : again(job, again, price));
    }

    private static boolean toBeRead(Page page, Map<Integer, String> damaged) {
        return page.status() == PageStatus.FAILED
                || (page.wasRead() && Objects.equals(page.shownKey(), damaged.get(page.index())));
    }

    private Uni<Void> again(Job job, List<Page> again, long price) {
        return charges.charged(again, job.id()).chain(charged -> {
            int uncharged = again.size() - charged.size();
            Uni<Void> admitted = uncharged == 0
                    ? Uni.createFrom().voidItem()
                    : quota.reserveAgain(job.accountId(), job.id(), uncharged, price);
            return admitted.chain(() -> {
                int done = (int) again.stream().filter(Page::wasRead).count();
                again.forEach(page -> page.retried(charged.contains(page.key())));
                job.retried(done);
                Announcements announcements = new Announcements(clock.instant());
                announcements.changed(job, JobEvents.Kind.PROGRESS);
                return announcements.write();
            });
        });
    }
}
