package dev.pagewright.worker.queue;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The threads that pages are read with. As many as there are slots, made when first needed and kept, since each may
 * hold native handles; one that is lost in native code is replaced by the next page. Daemons: a lost one cannot keep
 * the process from ending. Thread-safe.
 */
final class PageThreads {

    private static final Logger LOG = Logger.getLogger(PageThreads.class);

    private final ThreadPoolExecutor threads;
    private final AtomicInteger lost = new AtomicInteger();
    private final int bearable;
    private final Runnable tooManyLost;

    /** @param tooManyLost runs when more threads are lost than are bearable: the process should end */
    PageThreads(int bearable, Runnable tooManyLost) {
        this.bearable = bearable;
        this.tooManyLost = tooManyLost;
        ThreadFactory factory = Thread.ofPlatform().name("page-", 1).daemon().factory();
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, Long.MAX_VALUE, TimeUnit.NANOSECONDS, new SynchronousQueue<>(), factory);
    }

    void execute(Runnable page) {
        threads.execute(page);
    }

    /** A thread does not come back from a page. */
    void lost() {
        int count = lost.incrementAndGet();
        LOG.warnf("%d threads are lost in a page", count);
        if (count >= bearable) {
            tooManyLost.run();
        }
    }

    /** It came back after all. */
    void found() {
        lost.decrementAndGet();
    }
}
