package dev.pagewright.worker.queue;

import dev.pagewright.supervision.Supervision;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes pages from threads that do not come back. Thread-safe. */
final class Watchdog implements AutoCloseable {

    /** A page that is watched: either its thread comes back, or it is given up; whoever is first decides. */
    static final class Watch {

        private final AtomicBoolean decided = new AtomicBoolean();
        private volatile @Nullable ScheduledFuture<?> alarm;

        /** The thread is back. @return false where the page was given up meanwhile */
        boolean back() {
            ScheduledFuture<?> pending = alarm;
            if (pending != null) {
                pending.cancel(false);
            }
            return decided.compareAndSet(false, true);
        }
    }

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watchdog").daemon().factory());
    private final Consumer<Runnable> threads;

    /** @param threads run what is done about a page that was given up */
    Watchdog(Consumer<Runnable> threads) {
        this.threads = threads;
    }

    Watch watch(Duration atMost, Runnable giveUp) {
        Watch watch = new Watch();
        watch.alarm = clock.schedule(
                () -> {
                    if (watch.decided.compareAndSet(false, true)) {
                        start(giveUp);
                    }
                },
                atMost.toMillis(),
                TimeUnit.MILLISECONDS);
        return watch;
    }

    /** A page that nobody gives up would keep its lease for ever: where no thread can do it, this one does. */
    private void start(Runnable giveUp) {
        try {
            threads.accept(giveUp);
        } catch (RuntimeException | Error e) {
            Supervision.ofProcess().failed("watchdog", e);
            giveUp.run();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
