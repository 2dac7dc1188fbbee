package dev.pagewright.worker.page.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The heap that the pages read in this process share. What a hostile page needs cannot be told beforehand, so the heap
 * is measured while pages grow: where what is alive comes near its end, the page that asks, and has allocated more than
 * an ordinary one, has to leave. What is allocated at one blow (a picture) is announced. Thread-safe.
 */
public final class HeapRoom {

    /** Part of what may be kept that a page may allocate unasked; most pages do not allocate more while they are parsed. */
    private static final int UNASKED = 8;

    private final HeapGauge gauge;
    private final List<Runnable> reliefs = new CopyOnWriteArrayList<>();
    private long announced;

    public HeapRoom(HeapGauge gauge) {
        this.gauge = gauge;
    }

    /** @param relief gives back what is kept for speed alone; called before a page has to leave */
    public void relievedBy(Runnable relief) {
        reliefs.add(relief);
    }

    /** What a page takes, which the calling thread begins to read now. */
    public PageMemory begin() {
        return new PageMemory(this, gauge.allocated());
    }

    /** Whether the thread's page may go on that began at this count of its allocations. */
    boolean growing(long began) {
        return gauge.allocated() - began < gauge.most() / UNASKED || has(0);
    }

    /** Whether so many bytes may be allocated now; counted until they are {@link #leave left}. */
    synchronized boolean enter(long bytes) {
        if (!has(bytes)) {
            return false;
        }
        announced += bytes;
        return true;
    }

    synchronized void leave(long bytes) {
        announced -= bytes;
    }

    long allocated() {
        return gauge.allocated();
    }

    private synchronized boolean has(long bytes) {
        long left = gauge.most() - announced - bytes;
        if (gauge.filled() <= left || gauge.live() <= left) {
            return true;
        }
        reliefs.forEach(Runnable::run);
        return gauge.live() <= left;
    }
}
