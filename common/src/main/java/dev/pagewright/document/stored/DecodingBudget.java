package dev.pagewright.document.stored;

import dev.pagewright.document.Page;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The part of a process's heap that decoded pages may take, together. A page is decoded once there is room for it and
 * gives it back when it is closed; a page that is larger than the whole part is decoded alone. Thread-safe.
 */
public final class DecodingBudget {

    /** Where a stored page can be read from, as often as it takes. */
    public interface Source {

        /** Compressed bytes. */
        long storedBytes() throws IOException;

        InputStream open() throws IOException;
    }

    /** A page in memory, until it is closed. */
    public interface Held extends Closeable {

        Page page();

        @Override
        void close();
    }

    /** What a page unfolds to by gzip, at most, as a rule; one that unfolds to more is decoded alone. */
    private static final int UNFOLDING = 10;

    /** Heap of a page by byte of its JSON, an estimate: a word of 60 bytes takes two objects and a text, some 130. */
    private static final int HEAP_BY_BYTE = 3;

    private static final int UNIT = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int units;
    private final Semaphore free;

    /** @param bytes of heap */
    public DecodingBudget(long bytes) {
        this.units = (int) Math.max(1, bytes / UNIT);
        this.free = new Semaphore(units, true);
    }

    /** Three eighths of this process's heap. */
    public static DecodingBudget ofHeap() {
        return new DecodingBudget(Runtime.getRuntime().maxMemory() / 8 * 3);
    }

    /**
     * Waits for room, then decodes.
     *
     * @throws IOException where the page is damaged, or there was no room for a minute
     */
    public Held read(Source source) throws IOException {
        int wanted = (int) Math.min(units, 1 + source.storedBytes() * UNFOLDING * HEAP_BY_BYTE / UNIT);
        try {
            return read(source, wanted);
        } catch (PageTooLargeException e) {
            if (wanted == units) {
                throw e;
            }
            return read(source, units); // it unfolds more than pages do: alone then
        }
    }

    private Held read(Source source, int wanted) throws IOException {
        acquire(wanted);
        boolean read = false;
        try {
            long most = wanted == units
                    ? PageLimits.STORED_BYTES
                    : Math.min(PageLimits.STORED_BYTES, (long) wanted * UNIT / HEAP_BY_BYTE);
            Held held = new Share(PageCodec.read(source.open(), most), wanted);
            read = true;
            return held;
        } finally {
            if (!read) {
                free.release(wanted);
            }
        }
    }

    private void acquire(int wanted) throws IOException {
        try {
            if (!free.tryAcquire(wanted, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("too many pages are being decoded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while waiting for memory").initCause(e);
        }
    }

    private final class Share implements Held {

        private final Page page;
        private int held;

        Share(Page page, int held) {
            this.page = page;
            this.held = held;
        }

        @Override
        public Page page() {
            return page;
        }

        @Override
        public void close() {
            free.release(held);
            held = 0;
        }
    }
}
