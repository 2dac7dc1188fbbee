package dev.pagewright.worker.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tries again what fails because something else is away, with growing pauses, up to a time. Thread-safe. */
final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException;
    }

    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    private final Duration atMost;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Patience(Duration atMost) {
        this.atMost = atMost;
    }

    /** @throws IOException the last failure, when time is up or the worker stops */
    <T> T get(String what, Attempt<T> attempt) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long pause = FIRST_PAUSE;
        while (true) {
            try {
                return attempt.run();
            } catch (IOException e) {
                boolean stopped = stopping.await(pause, TimeUnit.MILLISECONDS);
                if (stopped || System.nanoTime() - end >= 0) {
                    throw e;
                }
                LOG.infof("%s: %s; tried again", what, e.getMessage());
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
        }
    }

    /** @throws IOException the last failure, when time is up or the worker stops */
    void until(String what, Step step) throws IOException, InterruptedException {
        get(what, () -> {
            step.run();
            return what;
        });
    }

    /** From now on nothing is tried again. */
    void stop() {
        stopping.countDown();
    }
}
