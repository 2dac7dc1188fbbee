package dev.pagewright.gateway.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * A thread that runs a step when it is woken, and at the latest after an interval. A step that fails is logged and
 * tried again after the interval; a step that says there is more runs again at once.
 */
public final class BackgroundLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);

    private final String name;
    private final Duration interval;
    private final BooleanSupplier step;
    private final Semaphore wakeups = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;
    private boolean failing;

    /** @param step returns whether there is more to do now */
    public BackgroundLoop(String name, Duration interval, BooleanSupplier step) {
        this.name = name;
        this.interval = interval;
        this.step = step;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void wake() {
        wakeups.release();
    }

    private void run() {
        while (!stopped) {
            boolean more = runStep();
            try {
                if (!more && wakeups.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeups.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean runStep() {
        try {
            boolean more = step.getAsBoolean();
            if (failing) {
                LOG.infof("%s works again", name);
                failing = false;
            }
            return more;
        } catch (RuntimeException e) {
            if (!stopped && !failing) {
                LOG.warnf(e, "%s failed and goes on trying", name);
                failing = true;
            }
            return false;
        }
    }

    /** Ends after the step that runs; waits for it a moment. */
    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
