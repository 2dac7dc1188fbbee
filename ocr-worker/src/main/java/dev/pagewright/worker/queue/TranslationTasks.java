package dev.pagewright.worker.queue;

import dev.pagewright.event.PageOutcome;
import dev.pagewright.event.WorkerTask;
import dev.pagewright.worker.queue.lease.Lease;
import dev.pagewright.worker.reading.Deadline;
import dev.pagewright.worker.reading.ReadingCancelledException;
import dev.pagewright.worker.translation.JobTranslation;
import java.io.IOException;
import java.time.Duration;

/** The translation of a job: takes as long as its model does, and goes on where it was left when the task comes again. */
final class TranslationTasks {

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

    /** @throws IOException where blob store or broker stayed away: the task is to be released */
    void run(WorkerTask.Translate task, Lease lease) throws IOException, InterruptedException {
        Deadline wanted = Deadline.in(LONGEST);
        jobs.begin(task.jobId(), wanted);
        try {
            PageOutcome.Translated outcome = patience.get("translation", () -> translation.run(task, wanted));
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
