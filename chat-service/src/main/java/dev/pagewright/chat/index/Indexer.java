package dev.pagewright.chat.index;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads finished jobs in the background, one at a time, so that reading for chat never competes with reading pages.
 * What it has not reached yet, the first question reads.
 */
@ApplicationScoped
class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 20;

    private final JobRepository jobs;
    private final Documents documents;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name("indexer").unstarted(this::run);

    Indexer(JobRepository jobs, Documents documents) {
        this.jobs = jobs;
        this.documents = documents;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
    }

    /** There is a job to read. */
    void wake() {
        work.release();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!pass()) {
                    boolean woken = work.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                    LOG.tracef("the indexer goes on, woken: %s", woken);
                    work.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was something to read, and it could be. */
    private boolean pass() {
        try {
            List<String> pending = jobs.pending(AT_ONCE);
            boolean all = true;
            for (String job : pending) {
                all &= read(job);
            }
            return all && !pending.isEmpty();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("the indexer waits: %s", e.getMessage());
            return false;
        }
    }

    private boolean read(String job) throws SQLException {
        try {
            return documents.read(job);
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warnf("job %s cannot be read for chat yet: %s", job, e);
            jobs.failed(job);
            return false;
        }
    }
}
