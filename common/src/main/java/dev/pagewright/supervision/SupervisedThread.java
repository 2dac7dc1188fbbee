package dev.pagewright.supervision;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A thread that runs a step when it is woken, and at the latest after an interval. Whatever a step throws ends that
 * attempt alone: it is counted, logged once until the step works again, and tried anew after the interval; what is
 * {@link Fatal} ends the process. A step that takes longer than it may, and a thread that has died, make the process's
 * liveness fail. Started once, stopped once.
 */
public final class SupervisedThread implements AutoCloseable {

    /** One turn. */
    @FunctionalInterface
    public interface Step {

        /** @return whether there is more to do now */
        boolean run() throws Exception;
    }

    /**
     * @param interval from the end of a step to the next, where nobody wakes the thread
     * @param longest what one step, or the part of it between two calls of {@link SupervisedThread#turned}, may take
     */
    public record Pace(Duration interval, Duration longest) {}

    private static final Logger LOG = System.getLogger(SupervisedThread.class.getName());

    /** A machine that is busy wakes nobody in time. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final Supervision supervision;
    private final String name;
    private final Pace pace;
    private final Step step;
    private final Semaphore wakeups = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean atWork;
    private volatile long turned = System.nanoTime();
    private boolean failing;

    public SupervisedThread(String name, Pace pace, Step step) {
        this(Supervision.ofProcess(), name, pace, step);
    }

    SupervisedThread(Supervision supervision, String name, Pace pace, Step step) {
        this.supervision = supervision;
        this.name = name;
        this.pace = pace;
        this.step = step;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public String name() {
        return name;
    }

    public void start() {
        turned();
        supervision.add(this);
        thread.start();
    }

    /** Ends the waiting before the next step. */
    public void wake() {
        wakeups.release();
    }

    /** Whether no more steps are wanted: a step that has several parts may end between them. */
    public boolean stopped() {
        return stopped;
    }

    /** Told by a step that has several parts, after each: it is slow and not stuck. */
    public void turned() {
        turned = System.nanoTime();
    }

    boolean overdue(long now) {
        Duration most = atWork ? pace.longest() : pace.interval().plus(LATE);
        return !stopped && (!thread.isAlive() || now - turned > most.toNanos());
    }

    private void run() {
        try {
            while (!stopped) {
                boolean more = attempt();
                if (!more) {
                    rest();
                }
            }
        } catch (Throwable e) { // what even the noting of a failure has thrown
            supervision.failed(name, e);
            throw e;
        }
    }

    private boolean attempt() {
        atWork = true;
        turned();
        try {
            boolean more = step.run();
            if (failing) {
                LOG.log(Level.INFO, "{0} works again", name);
                failing = false;
            }
            return more;
        } catch (Throwable e) {
            if (!stopped) {
                failed(e);
            }
            return false;
        } finally {
            turned();
            atWork = false;
        }
    }

    private void failed(Throwable failure) {
        supervision.failed(name, failure);
        if (!failing) {
            LOG.log(Level.WARNING, name + " failed and goes on trying", failure);
            failing = true;
        }
    }

    /** A stray interrupt ends the waiting and not the thread. */
    private void rest() {
        try {
            if (wakeups.tryAcquire(pace.interval().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeups.drainPermits();
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "{0} was woken by an interrupt", name);
        } finally {
            turned();
        }
    }

    /** Ends after the step that runs; waits for it a moment. */
    @Override
    public void close() {
        var ignored = close(LAST_STEP);
    }

    /**
     * Ends after the step that runs; waits for it as long as it is told.
     *
     * @return whether it has ended
     */
    public boolean close(Duration atMost) {
        stopped = true;
        supervision.remove(this);
        wake();
        try {
            return thread.getState() == Thread.State.NEW || thread.join(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As {@link #close()}, for a step that waits for something that may not come: it is interrupted. */
    public void interruptAndClose() {
        stopped = true;
        thread.interrupt();
        close();
    }
}
