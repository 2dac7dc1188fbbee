package dev.pagewright.worker.queue;

import dev.pagewright.blob.BlobStore;
import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.worker.assembly.DocumentPass;
import dev.pagewright.worker.queue.lease.Lease;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The document pass of a job. A pass that fails by its own fault twice leaves the pages as they were read: the job ends
 * with its text, if without what the whole document would have shown.
 */
final class PassTasks {

    private static final Logger LOG = Logger.getLogger(PassTasks.class);

    /** Of which the first may have been lost with a worker that was killed, and the second have failed. */
    private static final int MOST_DELIVERIES = 3;

    private final BlobStore blobs;
    private final OutcomeSender outcomes;
    private final WantedJobs jobs;
    private final Patience patience;
    private final QueueMeters meters;

    PassTasks(WorkerParts parts, WantedJobs jobs, Patience patience) {
        this.blobs = parts.blobs();
        this.outcomes = parts.outcomes();
        this.meters = parts.meters();
        this.jobs = jobs;
        this.patience = patience;
    }

    /** @throws IOException where blob store or broker stayed away: the task is to be released */
    void run(WorkerTask.Assemble task, Lease lease) throws IOException, InterruptedException {
        if (!jobs.wanted(task.jobId())) {
            lease.accept();
            return;
        }
        long start = System.nanoTime();
        PageOutcome.Assembled outcome = lease.deliveryCount() > MOST_DELIVERIES
                ? untouched(task)
                : patience.get("document pass", () -> assembled(task, lease));
        patience.until("outcome", () -> outcomes.send(outcome));
        lease.accept();
        meters.pass(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Whoever had it before did not live to say why: it is not read again. */
    private static PageOutcome.Assembled untouched(WorkerTask.Assemble task) {
        LOG.errorf("workers ended in the document pass of job %s; its pages stay as they were read", task.jobId());
        return new PageOutcome.Assembled(task.jobId(), task.attempt(), task.revision(), Map.of(), null);
    }

    private PageOutcome.Assembled assembled(WorkerTask.Assemble task, Lease lease) throws IOException {
        var pages = new StoredPages(task, blobs);
        Map<Integer, String> changed;
        try {
            DocumentPass.run(pages, pages);
            changed = pages.changed();
        } catch (RuntimeException e) {
            if (lease.deliveryCount() == 1) {
                throw e;
            }
            LOG.errorf(e, "the document pass of job %s failed again; its pages stay as they were read", task.jobId());
            changed = Map.of();
        }
        return new PageOutcome.Assembled(task.jobId(), task.attempt(), task.revision(), changed, pages.language());
    }
}
