package dev.pagewright.worker.page;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When a page must be finished, and whether it is still wanted. Long steps ask it often; native code is told the
 * time that remains. Thread-safe.
 */
public final class Deadline {

    private final long end;
    private final AtomicBoolean cancelled;

    private Deadline(long end, AtomicBoolean cancelled) {
        this.end = end;
        this.cancelled = cancelled;
    }

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos(), new AtomicBoolean());
    }

    /** This one for a part of the page's way: over after the duration or with this one, whichever comes first. */
    public Deadline within(Duration duration) {
        long own = System.nanoTime() + duration.toNanos();
        return new Deadline(own - end < 0 ? own : end, cancelled);
    }

    /** Never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean expired() {
        return System.nanoTime() - end >= 0;
    }

    public void cancel() {
        cancelled.set(true);
    }

    public boolean cancelled() {
        return cancelled.get();
    }

    /** Whether to stop, for whichever reason. */
    public boolean over() {
        return cancelled() || expired();
    }
}
