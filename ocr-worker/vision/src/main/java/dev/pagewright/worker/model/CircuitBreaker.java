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
        private final long answersBefore;
        private boolean told;

        private Passage(boolean trial, long answersBefore) {
            this.trial = trial;
            this.answersBefore = answersBefore;
        }

        void succeeded() {
            tell(() -> CircuitBreaker.this.succeeded());
        }

        void failed() {
            tell(() -> CircuitBreaker.this.failed(trial));
        }

        /** It hung: where no other call was answered meanwhile, the next ones need not find that out again. */
        void hung() {
            tell(() -> {
                if (answers == answersBefore) {
                    CircuitBreaker.this.away(trial, AFTER_HANGING);
                } else {
                    CircuitBreaker.this.failed(trial);
                }
            });
        }

        /** It will not answer for that long, whatever is asked. */
        void away(Duration told) {
            tell(() -> CircuitBreaker.this.away(trial, told.toNanos()));
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

    /** The contract's bound: what was away is tried again within it. */
    private static final long LONGEST = Duration.ofSeconds(60).toNanos();
    /** Each trial of an endpoint that hangs costs a page all the time of a question. */
    private static final long AFTER_HANGING = Duration.ofSeconds(30).toNanos();

    private final int failures;
    private final long open;
    private final LongSupplier nanos;

    private int inRow;
    private long answers;
    private long opens;
    private boolean closed = true;
    private boolean trying;
    private long retryAt;

    /**
     * @param failures in a row that open it
     * @param open how long it stays open; twice as long after each trial that failed, up to a minute
     * @param nanos a clock that never goes back, as {@link System#nanoTime}
     */
    CircuitBreaker(int failures, Duration open, LongSupplier nanos) {
        this.failures = failures;
        this.open = open.toNanos();
        this.opens = this.open;
        this.nanos = nanos;
    }

    /** Empty where no call may be made now. */
    synchronized Optional<Passage> enter() {
        if (!passable()) {
            return Optional.empty();
        }
        trying = !closed;
        return Optional.of(new Passage(!closed, answers));
    }

    /** Whether {@link #enter} would let a call through now. */
    synchronized boolean passable() {
        return closed || (!trying && nanos.getAsLong() - retryAt >= 0);
    }

    private void succeeded() {
        closed = true;
        trying = false;
        inRow = 0;
        opens = open;
        answers++;
    }

    private void failed(boolean trial) {
        if (!closed && !trial) {
            return; // a call from before it opened: known already
        }
        inRow++;
        if (trial || inRow >= failures) {
            open(opens);
        }
    }

    private void away(boolean trial, long time) {
        if (closed || trial) {
            open(Math.max(opens, time));
        }
    }

    private void open(long time) {
        closed = false;
        trying = false;
        retryAt = nanos.getAsLong() + Math.min(LONGEST, time);
        opens = Math.min(LONGEST, 2 * opens);
    }
}
