package dev.pagewright.worker.page.memory;

/** The heap that one page takes while it is read; asked often, as the deadline is. The thread's that reads it. */
public final class PageMemory implements AutoCloseable {

    /** Fits anywhere, and asking would cost more. */
    private static final long SMALL = 4 << 20;

    private static final int BYTES_BETWEEN = 64 << 10;

    private final HeapRoom room;
    private final long began;
    private long announced;
    private int untilAsked = BYTES_BETWEEN;
    private boolean full;

    PageMemory(HeapRoom room, long began) {
        this.room = room;
        this.began = began;
    }

    /**
     * Asks whether the page may grow.
     *
     * @throws HeapFullException where it has to leave, from now on each time
     */
    public void require() {
        if (full || !room.growing(began)) {
            throw leaves();
        }
    }

    /** Asks from time to time: whatever is parsed into memory, bytes are read for it. */
    public void read(int bytes) {
        untilAsked -= Math.max(1, bytes);
        if (untilAsked <= 0) {
            untilAsked = BYTES_BETWEEN;
            require();
        }
    }

    /**
     * Announces what is allocated at one blow.
     *
     * @return what to {@link #withdraw} once it is not needed any more; at its end the page withdraws all
     * @throws HeapFullException where there is no room for it
     */
    public long announce(long bytes) {
        if (bytes < SMALL) {
            return 0;
        }
        if (full || !room.enter(bytes)) {
            throw leaves();
        }
        announced += bytes;
        return bytes;
    }

    public void withdraw(long bytes) {
        room.leave(bytes);
        announced -= bytes;
    }

    private HeapFullException leaves() {
        full = true;
        return new HeapFullException();
    }

    /** What its thread has allocated since it started, needed or not; in bytes. */
    public long allocated() {
        return room.allocated();
    }

    /** Whether the page had to leave, whatever has become of the exception. */
    public boolean full() {
        return full;
    }

    @Override
    public void close() {
        withdraw(announced);
    }
}
