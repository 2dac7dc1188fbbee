package dev.pagewright.export.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and fails where it does not come in time. */
public final class Until {

    private static final long LOOK = Duration.ofMillis(10).toNanos();

    private Until() {}

    public static void within(Duration time, BooleanSupplier condition) {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("what is waited for has not come within " + time);
            }
            LockSupport.parkNanos(LOOK);
        }
    }
}
