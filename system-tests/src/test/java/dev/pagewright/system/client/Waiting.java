package dev.pagewright.system.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits for a condition, up to a deadline. */
public final class Waiting {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Waiting() {}

    /** Gives a value once there is one; what it throws counts as not yet. */
    @FunctionalInterface
    public interface Attempt<T> {
        @Nullable T get() throws IOException, InterruptedException;
    }

    public static <T> T until(String what, Duration patience, Attempt<T> attempt) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        IOException last = null;
        while (System.nanoTime() < end) {
            try {
                T value = attempt.get();
                if (value != null) {
                    return value;
                }
            } catch (IOException e) {
                last = e;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new AssertionError("waited in vain for " + what, last);
    }
}
