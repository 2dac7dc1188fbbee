package dev.pagewright.worker.model;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps calls from an endpoint that fails: opens after some failures in a row, lets one call through when its time is
 * over, and closes when that one succeeds. Whoever was let through says how it went, once. Thread-safe.
 */
final class CircuitBreaker {

    private final int failures;
    private final long open;
    private final LongSupplier nanos;

    private int inRow;
    private boolean closed = true;
    private boolean trying;
    private long retryAt;

    /**
     * @param failures in a row that open it
     * @param open how long it stays open
     * @param nanos a clock that never goes back, as {@link System#nanoTime}
     */
    CircuitBreaker(int failures, Duration open, LongSupplier nanos) {
        this.failures = failures;
        this.open = open.toNanos();
        this.nanos = nanos;
    }

    /** Whether a call may be made now. */
    synchronized boolean enter() {
        if (closed) {
            return true;
        }
        if (trying || nanos.getAsLong() - retryAt < 0) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void succeeded() {
        closed = true;
        trying = false;
        inRow = 0;
    }

    synchronized void failed() {
        inRow++;
        if (trying || inRow >= failures) {
            closed = false;
            trying = false;
            retryAt = nanos.getAsLong() + open;
        }
    }

    /** The call was given up for a reason that says nothing of the endpoint. */
    synchronized void abandoned() {
        trying = false;
    }
}
