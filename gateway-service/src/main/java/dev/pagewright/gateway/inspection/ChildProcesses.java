package dev.pagewright.gateway.inspection;

import java.io.IOException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Inspection processes, started as they are needed and ended when they are not. As many live as are lent at once, and
 * a rested one for the next file. Thread-safe.
 */
final class ChildProcesses implements AutoCloseable {

    /** To wait for one that is about to come back is cheaper than to start another. */
    private static final long WORTH_WAITING_MILLIS = 150;

    private static final int OTHERS_REST_SHORTER = 10;

    private final InspectionSettings settings;
    private final ChildStart start;
    private final BlockingDeque<ChildProcess> rested = new LinkedBlockingDeque<>();
    private final AtomicInteger lent = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("inspection-rest").daemon().factory());
    private volatile boolean closed;

    ChildProcesses(InspectionSettings settings, ChildStart start) {
        this.settings = settings;
        this.start = start;
    }

    /** @throws IOException where none can be started */
    ChildProcess take() throws IOException, InterruptedException {
        boolean others = lent.getAndIncrement() > 0;
        boolean taken = false;
        try {
            ChildProcess process = alive(0);
            if (process == null && others) {
                process = alive(WORTH_WAITING_MILLIS);
            }
            if (process == null) {
                process = start.start();
            }
            taken = true;
            return process;
        } finally {
            if (!taken) {
                lent.decrementAndGet();
            }
        }
    }

    private @Nullable ChildProcess alive(long millis) throws InterruptedException {
        while (true) {
            ChildProcess process = rested.pollFirst(millis, TimeUnit.MILLISECONDS);
            if (process == null || process.free()) {
                return process;
            }
            process.end();
        }
    }

    /** Takes a process back; one that has not answered yet is ended. */
    void give(ChildProcess process) {
        lent.decrementAndGet();
        if (!process.free() || closed) {
            process.end();
            return;
        }
        process.rest();
        rested.addFirst(process); // the others are left to rest until they end
        look(process, settings.idle().toMillis() / OTHERS_REST_SHORTER);
        if (closed) {
            close();
        }
    }

    private void look(ChildProcess process, long later) {
        if (!timer.isShutdown()) {
            var unused = timer.schedule(() -> retire(process), later, TimeUnit.MILLISECONDS);
        }
    }

    private void retire(ChildProcess process) {
        long rest = process.rested().toMillis();
        long idle = settings.idle().toMillis();
        if (rest < idle / OTHERS_REST_SHORTER || !rested.contains(process)) {
            return; // used meanwhile: whoever gave it back looks again
        }
        if (rest < idle && rested.size() == 1) {
            look(process, idle - rest);
        } else if (rested.remove(process)) {
            process.end();
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        for (ChildProcess process = rested.poll(); process != null; process = rested.poll()) {
            process.end();
        }
    }
}
