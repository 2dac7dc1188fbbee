package dev.pagewright.chat.index;

import dev.pagewright.supervision.SupervisedThread;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reads finished jobs in the background, one at a time, so that reading for chat never competes with reading pages.
 * What it has not reached yet, the first question reads.
 */
@ApplicationScoped
class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);
    /** A turn reads several documents, each in some minutes at most. */
    private static final SupervisedThread.Pace PACE =
            new SupervisedThread.Pace(Duration.ofSeconds(20), Duration.ofMinutes(15));

    private static final int AT_ONCE = 20;

    private final JobRepository jobs;
    private final Documents documents;
    private final SupervisedThread thread = new SupervisedThread("indexer", PACE, this::pass);

    Indexer(JobRepository jobs, Documents documents) {
        this.jobs = jobs;
        this.documents = documents;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interruptAndClose();
    }

    /** There is a job to read. */
    void wake() {
        thread.wake();
    }

    /** Whether there was something to read, and it could be. */
    private boolean pass() throws SQLException {
        List<String> pending = jobs.pending(AT_ONCE);
        boolean all = true;
        for (String job : pending) {
            if (thread.stopped()) {
                return false;
            }
            all &= read(job);
            thread.turned();
        }
        return all && !pending.isEmpty();
    }

    /** What the reading costs when the process ends in it is noted before; who lives takes it back. */
    private boolean read(String job) throws SQLException {
        jobs.begun(job);
        try {
            return documents.read(job);
        } catch (IOException | SQLException | RuntimeException | StackOverflowError e) {
            LOG.warnf("job %s cannot be read for chat yet: %s", job, e);
            jobs.failed(job);
            return false;
        } finally {
            jobs.survived(job);
        }
    }
}
