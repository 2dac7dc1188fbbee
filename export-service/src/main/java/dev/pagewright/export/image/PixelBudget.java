package dev.pagewright.export.image;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * The pixels that may be decoded at once in this process: pictures are its largest things by far. Who needs more than
 * there are waits for the others; who needs more than all gets all, and none beside. Thread-safe.
 */
public final class PixelBudget {

    /** Half of the heap, at four bytes a pixel: the other half is for copies, pages and files. */
    public static final PixelBudget OF_HEAP =
            new PixelBudget(Runtime.getRuntime().maxMemory() / 2 / Integer.BYTES);

    private static final int PIXELS_A_PERMIT = 1 << 10;

    private final int all;
    private final Semaphore permits;

    PixelBudget(long pixels) {
        this.all = Math.toIntExact(Math.min(Integer.MAX_VALUE / 2, Math.max(1, pixels / PIXELS_A_PERMIT)));
        this.permits = new Semaphore(all, true);
    }

    /** Pixels that are one's own until it is closed. */
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /** Whether one may have so many. */
    boolean holds(long pixels) {
        return pixels / PIXELS_A_PERMIT <= all;
    }

    /** To be taken once by a thread: two that hold a part and wait for more would wait for ever. */
    public Share take(long pixels) throws IOException {
        int wanted = Math.toIntExact(Math.clamp(pixels / PIXELS_A_PERMIT + 1, 1, all));
        try {
            permits.acquire(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while waiting for memory").initCause(e);
        }
        return () -> permits.release(wanted);
    }
}
