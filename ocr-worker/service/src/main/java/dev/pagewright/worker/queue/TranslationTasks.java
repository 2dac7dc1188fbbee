package dev.pagewright.worker.queue;

import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.ReadingCancelledException;
import dev.pagewright.worker.queue.lease.Lease;
import dev.pagewright.worker.translation.JobTranslation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The translation of a job: takes as long as its model does, and goes on where it was left when the task comes again. */
final class TranslationTasks {

    private static final Logger LOG = Logger.getLogger(TranslationTasks.class);

    /** One short of what the group allows: restarts spend deliveries too, and what is done by then is kept. */
    private static final int MOST_DELIVERIES = 4;

    /** Nothing translates for longer; a task that comes again starts a new day. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final JobTranslation translation;
    private final OutcomeSender outcomes;
    private final WantedJobs jobs;
    private final Patience patience;

    TranslationTasks(WorkerParts parts, WantedJobs jobs, Patience patience) {
        this.translation = parts.translation();
        this.outcomes = parts.outcomes();
        this.jobs = jobs;
        this.patience = patience;
    }

    /** Whoever had it before did not live, or had a fault that stays: the job ends with what was read. */
    private static PageOutcome.Translated untranslated(WorkerTask.Translate task) {
        LOG.errorf("workers ended in the translation of job %s, which stays untranslated", task.jobId());
        return new PageOutcome.Translated(task.jobId(), task.attempt(), task.revision(), Map.of(), List.of());
    }

    /** @throws IOException where blob store or broker stayed away: the task is to be released */
    void run(WorkerTask.Translate task, Lease lease) throws IOException, InterruptedException {
        Deadline wanted = Deadline.in(LONGEST);
        jobs.begin(task.jobId(), wanted);
        try {
            PageOutcome.Translated outcome = lease.deliveryCount() > MOST_DELIVERIES
                    ? untranslated(task)
                    : patience.get("translation", () -> translation.run(task, wanted));
            patience.until("outcome", () -> outcomes.send(outcome));
            lease.accept();
        } catch (ReadingCancelledException e) {
            if (jobs.wanted(task.jobId())) {
                lease.release(); // the worker stops
            } else {
                lease.accept();
            }
        } finally {
            jobs.end(wanted);
        }
    }
}
