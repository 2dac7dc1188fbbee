package dev.pagewright.gateway.background;

import dev.pagewright.supervision.SupervisedThread;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A supervised thread of the gateway that runs a step when it is woken, and at the latest after an interval. A step that
 * fails is logged, counted and tried again after the interval; a step that says there is more runs again at once.
 */
public final class BackgroundLoop implements AutoCloseable {

    /** A step is a few statements, each of which has its own time limit. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final SupervisedThread thread;

    /** @param step returns whether there is more to do now */
    public BackgroundLoop(String name, Duration interval, BooleanSupplier step) {
        this(name, interval, LONGEST, step);
    }

    /**
     * @param longest what a step may take before the service is taken for dead
     * @param step returns whether there is more to do now
     */
    public BackgroundLoop(String name, Duration interval, Duration longest, BooleanSupplier step) {
        this.thread =
                new SupervisedThread(name, new SupervisedThread.Pace(interval, longest), () -> step.getAsBoolean());
    }

    public void start() {
        thread.start();
    }

    public void wake() {
        thread.wake();
    }

    /** Told by a step that has several parts, after each: the longest time counts anew. */
    public void turned() {
        thread.turned();
    }

    /** Ends after the step that runs; waits for it a moment. */
    @Override
    public void close() {
        thread.close();
    }
}
