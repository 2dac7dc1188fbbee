package dev.pagewright.standalone.process;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one program running in a thread of its own: starts it, starts it again when it ends or is stuck, with growing
 * pauses, until it is told to stop. Thread-safe.
 */
public final class Watch {

    private static final Logger LOG = System.getLogger(Watch.class.getName());
    private static final int STUCK_LIMIT = 12;

    private final Program program;
    private final RestartPolicy policy;
    private final Duration look;
    private final Runnable changed;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch becameReady = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable ProcessHandle process;
    private final AtomicInteger ends = new AtomicInteger();

    /**
     * @param look time between two looks at a running program
     * @param changed called after each start and end
     */
    public Watch(Program program, RestartPolicy policy, Duration look, Runnable changed) {
        this.program = program;
        this.policy = policy;
        this.look = look;
        this.changed = changed;
        this.thread =
                Thread.ofPlatform().daemon().name("watch-" + program.name()).unstarted(this::keepRunning);
    }

    public void start() {
        thread.start();
    }

    public String name() {
        return program.name();
    }

    /** The process that runs now. */
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(ProcessHandle::isAlive);
    }

    /** How often the program has ended, or could not be started. */
    public int ends() {
        return ends.get();
    }

    /** Whether the program does its work now. */
    public boolean ready() {
        return process().isPresent() && program.ready();
    }

    /** Whether the program has been ready at any time. */
    public boolean wasReady() {
        return becameReady.getCount() == 0;
    }

    /** Waits until the program is ready for the first time. @return whether it is */
    public boolean awaitReady(Duration limit) throws InterruptedException {
        return becameReady.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The first half of stopping: no more starts, and the process is asked to end. */
    public void askToEnd() {
        stopping.countDown();
        process().ifPresent(program::askToEnd);
    }

    /** The second half: waits until the process has ended, ends it by force after the limit. */
    public void awaitEnd(Duration limit) throws InterruptedException {
        stopping.countDown();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        long deadline = System.nanoTime() + limit.toNanos();
        thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        Optional<ProcessHandle> left = process();
        left.ifPresent(running -> {
            LOG.log(Level.WARNING, "{0} does not end; it is ended by force", program.name());
            running.destroyForcibly();
        });
        thread.join(Duration.ofSeconds(5));
    }

    private void keepRunning() {
        Duration pause = Duration.ZERO;
        try {
            while (!stopped()) {
                long started = System.nanoTime();
                runOnce();
                changed.run();
                if (stopped()) {
                    return;
                }
                ends.incrementAndGet();
                pause = policy.pause(Duration.ofNanos(System.nanoTime() - started), pause);
                LOG.log(Level.WARNING, "{0} has ended; it starts again in {1} ms", name(), pause.toMillis());
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            ProcessHandle started = program.start();
            process = started;
            changed.run();
            if (stopped()) {
                program.askToEnd(started);
            }
            untilEnd(started);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, name() + " cannot be started", e);
        }
    }

    private void untilEnd(ProcessHandle running) throws InterruptedException {
        int stuck = 0;
        while (!ended(running)) {
            if (!wasReady() && program.ready()) {
                becameReady.countDown();
            }
            stuck = wasReady() && program.stuck() ? stuck + 1 : 0;
            if (stuck >= STUCK_LIMIT && !stopped()) {
                LOG.log(Level.WARNING, "{0} is stuck; it is ended", name());
                running.destroyForcibly();
            }
        }
    }

    private boolean ended(ProcessHandle running) throws InterruptedException {
        Duration wait = wasReady() ? look : Duration.ofMillis(200);
        try {
            running.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !running.isAlive();
        }
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }
}
