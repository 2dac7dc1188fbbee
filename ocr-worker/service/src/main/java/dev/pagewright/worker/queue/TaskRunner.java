package dev.pagewright.worker.queue;

import dev.pagewright.event.WorkerTask;
import dev.pagewright.supervision.Fatal;
import dev.pagewright.supervision.Supervision;
import dev.pagewright.worker.queue.lease.Lease;
import dev.pagewright.worker.queue.lease.LeasedWork;
import dev.pagewright.worker.queue.lease.SlotAllocator;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs each leased task on a thread and sees to it that lease and slot end with it. What fails by the worker's fault is
 * released: the next delivery is read in quarantine, where it ends in one way or another.
 */
final class TaskRunner implements LeasedWork {

    private static final Logger LOG = Logger.getLogger(TaskRunner.class);

    private final PageTasks pages;
    private final PassTasks passes;
    private final TranslationTasks translations;
    private final PageThreads threads;
    private final OutcomeSender outcomes;
    private final Patience patience;
    private final QueueMeters meters;

    TaskRunner(
            PageTasks pages,
            PassTasks passes,
            TranslationTasks translations,
            PageThreads threads,
            WorkerParts parts,
            Patience patience) {
        this.pages = pages;
        this.passes = passes;
        this.translations = translations;
        this.threads = threads;
        this.outcomes = parts.outcomes();
        this.meters = parts.meters();
        this.patience = patience;
    }

    @Override
    public void begin(Lease lease, SlotAllocator.Slot slot) {
        threads.execute(() -> {
            try (slot) {
                run(lease, slot);
            }
        });
    }

    private void run(Lease lease, SlotAllocator.Slot slot) {
        if (lease.deliveryCount() > 1) {
            meters.redelivered();
        }
        try {
            WorkerTask task;
            try {
                task = Tasks.read(lease.value());
            } catch (IOException e) {
                bury(lease, e.getMessage());
                return;
            }
            switch (task) {
                case WorkerTask.ReadPage page -> pages.run(page, lease, slot);
                case WorkerTask.Assemble pass -> passes.run(pass, lease);
                case WorkerTask.Translate pass -> translations.run(pass, lease);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            release(lease, e);
        } catch (IOException | RuntimeException | Error e) {
            release(lease, e);
        }
    }

    private void bury(Lease lease, @Nullable String reason) throws IOException, InterruptedException {
        String why = reason == null ? "undecodable" : reason;
        LOG.warnf("%s at %s goes to the dead letters: %s", lease.topic(), lease.place(), why);
        patience.until("dead letter", () -> outcomes.bury(lease, why));
        lease.reject();
        meters.buried();
    }

    private void release(Lease lease, Throwable fault) {
        if (Fatal.is(fault)) {
            Supervision.ofProcess().failed("page-task", fault); // the process ends, and its leases come back
        }
        LOG.errorf(fault, "%s at %s is released", lease.topic(), lease.place());
        meters.released();
        lease.release();
    }
}
