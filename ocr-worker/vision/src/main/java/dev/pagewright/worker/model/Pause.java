package dev.pagewright.worker.model;

import dev.pagewright.worker.page.Deadline;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting between two attempts, so that tests need not wait. */
@FunctionalInterface
public interface Pause {

    /** Returns after the duration, or earlier where the page is over. */
    void of(Duration duration, Deadline page);

    static void parked(Duration duration, Deadline page) {
        long end = System.nanoTime() + duration.toNanos();
        while (!page.over() && !Thread.currentThread().isInterrupted()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(Math.min(left, 200_000_000L));
        }
    }
}
