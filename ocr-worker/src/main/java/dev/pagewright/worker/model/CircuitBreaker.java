package dev.pagewright.worker.model;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps calls from an endpoint that fails: opens after some failures in a row, lets one call through when its time is
 * over, and closes when that one succeeds. Calls from before it opened change nothing of a trial. Thread-safe.
 */
final class CircuitBreaker {

    /** One call that was let through. Closed without a word, it was given up for a reason that says nothing of the endpoint. */
    final class Passage implements AutoCloseable {

        private final boolean trial;
        private boolean told;

        private Passage(boolean trial) {
            this.trial = trial;
        }

        void succeeded() {
            tell(() -> CircuitBreaker.this.succeeded());
        }

        void failed() {
            tell(() -> CircuitBreaker.this.failed(trial));
        }

        @Override
        public void close() {
            tell(() -> trying = trying && !trial);
        }

        private void tell(Runnable word) {
            synchronized (CircuitBreaker.this) {
                if (!told) {
                    told = true;
                    word.run();
                }
            }
        }
    }

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

    /** Empty where no call may be made now. */
    synchronized Optional<Passage> enter() {
        if (closed) {
            return Optional.of(new Passage(false));
        }
        if (trying || nanos.getAsLong() - retryAt < 0) {
            return Optional.empty();
        }
        trying = true;
        return Optional.of(new Passage(true));
    }

    private void succeeded() {
        closed = true;
        trying = false;
        inRow = 0;
    }

    private void failed(boolean trial) {
        if (!closed && !trial) {
            return; // a call from before it opened: known already
        }
        inRow++;
        if (trial || inRow >= failures) {
            closed = false;
            trying = false;
            retryAt = nanos.getAsLong() + open;
        }
    }
}
