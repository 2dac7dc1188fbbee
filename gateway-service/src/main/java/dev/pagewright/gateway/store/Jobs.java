package dev.pagewright.gateway.store;

import dev.pagewright.contract.JobRecord;
import dev.pagewright.gateway.job.Job;
import dev.pagewright.gateway.job.JobEventRepository;
import dev.pagewright.gateway.job.JobRepository;
import dev.pagewright.gateway.job.JobStatus;
import dev.pagewright.gateway.job.Page;
import dev.pagewright.gateway.job.PageRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads jobs and their pages. Every public question names the account, so that none can be asked across accounts. */
@ApplicationScoped
public class Jobs {

    /** Where a page's document lies, or why there is none. */
    public record PageRow(
            int index,
            int number,
            String status,
            @Nullable String documentKey,
            @Nullable String errorCode,
            @Nullable String errorDetail,
            @Nullable Long eventId) {}

    /** One page of a list; {@code next} is null on the last. */
    public record Listing(List<JobRecord> items, @Nullable String next) {}

    private final Sessions sessions;
    private final JobRepository jobs;
    private final PageRepository pages;
    private final JobEventRepository events;

    Jobs(Sessions sessions, JobRepository jobs, PageRepository pages, JobEventRepository events) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.pages = pages;
        this.events = events;
    }

    /**
     * The job, if it is the account's. While it waits it tells how many pages come before its own: the account's earlier
     * ones of its lane, and others' that the workers have already; what others have in waiting takes turns with it.
     */
    public Optional<JobRecord> find(String accountId, String jobId) {
        return sessions.withoutTransaction(
                () -> jobs.own(accountId, jobId).chain(found -> found.filter(job -> job.status() == JobStatus.PENDING)
                        .map(job -> jobs.ahead(job).map(ahead -> Optional.of(job.record(ahead))))
                        .orElseGet(() -> Uni.createFrom().item(found.map(Job::record)))));
    }

    /** For the other services, which the service token admits to every job. */
    public Optional<JobRecord> findForService(String jobId) {
        return sessions.withoutTransaction(() -> jobs.findById(jobId).map(Optional::ofNullable))
                .map(Job::record);
    }

    /**
     * Newest first.
     *
     * @param before the cursor: jobs older than this one, null for the first page
     */
    public Listing list(String accountId, @Nullable Long before, int limit) {
        List<Job> found = sessions.withoutTransaction(
                () -> jobs.newest(accountId, before == null ? Long.MAX_VALUE : before, limit + 1));
        String next = found.size() > limit ? Long.toString(found.get(limit - 1).sequence()) : null;
        return new Listing(found.stream().limit(limit).map(Job::record).toList(), next);
    }

    /** Pages of a job that was found before, in order. */
    public List<PageRow> pages(JobRecord job) {
        return sessions.withoutTransaction(() -> pages.of(job.accountId(), job.uuid())).stream()
                .map(Jobs::row)
                .toList();
    }

    public Optional<PageRow> page(JobRecord job, int index) {
        return page(job.accountId(), job.uuid(), index);
    }

    public Optional<PageRow> page(String accountId, String jobId, int index) {
        return sessions.withoutTransaction(() -> pages.of(accountId, jobId, index))
                .map(Jobs::row);
    }

    /** Events of a job after an id, in order. */
    public List<EventRow> events(JobRecord job, long after, int limit) {
        return sessions.withoutTransaction(() -> events.after(job.uuid(), after, limit)).stream()
                .map(event -> new EventRow(event.id(), event.type().wireName(), event.pageIndex(), event.payload()))
                .toList();
    }

    /** @param payload of a {@code job} event; a {@code page} event is its page */
    public record EventRow(
            long id,
            String type,
            @Nullable Integer pageIndex,
            @Nullable String payload) {}

    private static PageRow row(Page page) {
        return new PageRow(
                page.index(),
                page.number(),
                page.status().wireName(),
                page.shownKey(),
                page.errorCode(),
                page.errorDetail(),
                page.eventId());
    }
}
