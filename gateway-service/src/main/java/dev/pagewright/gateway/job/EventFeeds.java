package dev.pagewright.gateway.job;

import dev.pagewright.contract.PageJson;
import dev.pagewright.gateway.store.Jobs;
import dev.pagewright.gateway.updates.JobUpdates;
import dev.pagewright.spool.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One feed for each job whose events are followed on this replica. Thread-safe. */
@ApplicationScoped
class EventFeeds {

    private final Jobs jobs;
    private final JobAnswers answers;
    private final JobUpdates updates;
    private final WrittenEvents written;
    private final Map<String, Shared> byJob = new HashMap<>();

    EventFeeds(Jobs jobs, JobAnswers answers, JobUpdates updates, WrittenEvents written) {
        this.jobs = jobs;
        this.answers = answers;
        this.updates = updates;
        this.written = written;
    }

    private static final class Shared {
        private final EventFeed feed;
        private int followers;

        Shared(EventFeed feed) {
            this.feed = feed;
        }
    }

    /** One stream's part in a feed, which ends with its last one. */
    final class Following implements AutoCloseable {

        private final String jobId;
        private final Shared shared;

        private Following(String jobId, Shared shared) {
            this.jobId = jobId;
            this.shared = shared;
        }

        /** @see EventFeed#after */
        EventFeed.Next after(long id, Duration atMost) throws InterruptedException {
            return shared.feed.after(id, atMost);
        }

        /** @see EventFeed#data */
        Optional<InputStream> data(Jobs.EventRow event) throws IOException, InterruptedException {
            return shared.feed.data(event);
        }

        @Override
        public void close() {
            leave(jobId, shared);
        }
    }

    /** @param accountId whose job it is, as was checked */
    synchronized Following follow(String accountId, String jobId) {
        Shared shared = byJob.get(jobId);
        if (shared == null || shared.feed.ended()) { // a job that had ended may be read again
            shared = new Shared(
                    new EventFeed(jobs, updates, event -> data(accountId, jobId, event), written, accountId, jobId));
            byJob.put(jobId, shared);
            Thread.ofVirtual().name("events of " + jobId).start(shared.feed);
        }
        shared.followers++;
        return new Following(jobId, shared);
    }

    /** How many jobs are looked at. */
    synchronized int open() {
        return byJob.size();
    }

    private synchronized void leave(String jobId, Shared shared) {
        if (--shared.followers == 0) {
            byJob.remove(jobId, shared);
            shared.feed.abandon();
        }
    }

    private Optional<Spool> data(String accountId, String jobId, Jobs.EventRow event) throws IOException {
        if (event.pageIndex() != null) {
            Optional<Jobs.PageRow> row = jobs.page(accountId, jobId, event.pageIndex());
            return row.isEmpty() ? Optional.empty() : answers.page(row.get(), PageJson.Options.DEFAULT);
        }
        if (event.payload() == null) {
            return Optional.empty();
        }
        Spool made = new Spool();
        made.write(event.payload().getBytes(StandardCharsets.UTF_8));
        return Optional.of(made);
    }
}
