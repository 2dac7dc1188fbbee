package dev.pagewright.export.download;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds how much is built at once: over it requests wait their turn, in order, and then are refused. Thread-safe. */
public final class BuildSlots {

    /** A turn; closing it gives it to the next. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    private final Semaphore slots;
    private final Duration wait;

    public BuildSlots(int concurrent, Duration wait) {
        this.slots = new Semaphore(concurrent, true);
        this.wait = wait;
    }

    /** @throws ExportRefusedException {@code overloaded} where no turn came in time */
    public Slot take() throws ExportRefusedException, InterruptedIOException {
        try {
            if (!slots.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ExportRefusedException(
                        ErrorCode.OVERLOADED, "Too many downloads are being built; try again in some seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("stopped while waiting").initCause(e);
        }
        return slots::release;
    }
}
