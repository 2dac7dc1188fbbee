package dev.pagewright.gateway.rate;

import java.util.concurrent.locks.ReentrantLock;

/** What one replica holds of an account's permits of a minute. Thread-safe. */
final class Permits {

    /**
     * @param permits of this block; fewer than usual, or none, where the limit is reached
     * @param beyond permits that nobody has taken yet
     */
    record Block(long permits, long beyond) {}

    /** Where more permits come from. May block. */
    interface Source {
        Block next();
    }

    private final ReentrantLock lock = new ReentrantLock();
    private long minute = -1;
    private long held;
    private long beyond;

    /** @param secondsLeft of the minute */
    Standing take(long now, int perMinute, long secondsLeft, Source source) {
        lock.lock();
        try {
            if (minute != now) {
                minute = now;
                held = 0;
                beyond = perMinute;
            }
            if (held == 0 && beyond > 0) {
                Block block = source.next();
                held = block.permits();
                beyond = block.beyond();
            }
            boolean admitted = held > 0;
            if (admitted) {
                held--;
            }
            return new Standing(admitted, perMinute, held + beyond, secondsLeft);
        } finally {
            lock.unlock();
        }
    }

    boolean isOlderThan(long now) {
        lock.lock();
        try {
            return minute < now;
        } finally {
            lock.unlock();
        }
    }
}
