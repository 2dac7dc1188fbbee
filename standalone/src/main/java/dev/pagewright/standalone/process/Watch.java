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
 * Keeps one program running in a thread of its own: starts it, starts it again when it ends or is beyond help, with
 * growing pauses and without end, until it is told to stop. Thread-safe.
 */
public final class Watch {

    private static final Logger LOG = System.getLogger(Watch.class.getName());
    private static final Duration FIRST_LOOKS = Duration.ofMillis(200);
    private static final int FAILING = 4;

    private final Program program;
    private final RestartPolicy policy;
    private final Care care;
    private final Runnable changed;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch becameReady = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger endsInARow = new AtomicInteger();
    private volatile @Nullable ProcessHandle process;
    private volatile Condition condition = Condition.STARTING;

    /** @param changed called after each start, each end and each change of the condition */
    public Watch(Program program, RestartPolicy policy, Care care, Runnable changed) {
        this.program = program;
        this.policy = policy;
        this.care = care;
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

    /** As the last look has told it. */
    public Condition condition() {
        return condition;
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
        thread.join(limit.isPositive() ? limit : Duration.ofNanos(1));
        process().ifPresent(running -> {
            LOG.log(Level.WARNING, "{0} does not end; it is ended by force", name());
            program.end(running);
        });
        thread.join(Duration.ofSeconds(5));
    }

    private void keepRunning() {
        Duration pause = Duration.ZERO;
        try {
            while (!stopped()) {
                long started = System.nanoTime();
                runOnce();
                if (stopped()) {
                    changed.run();
                    return;
                }
                ends.incrementAndGet();
                boolean failing = endsInARow.incrementAndGet() >= FAILING;
                pause = policy.pause(since(started), pause);
                LOG.log(Level.WARNING, "{0} has ended; it starts again in {1} ms", name(), pause.toMillis());
                become(failing ? Condition.FAILING : Condition.STARTING);
                changed.run();
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
        Vigil vigil = new Vigil(care);
        long started = System.nanoTime();
        boolean wasReadyInThisRun = false;
        while (!ended(running, wasReadyInThisRun ? care.look() : FIRST_LOOKS)) {
            Pulse pulse = program.pulse();
            boolean ready = pulse == Pulse.LIVE && program.ready();
            wasReadyInThisRun |= ready;
            if (ready) {
                endsInARow.set(0);
                become(Condition.READY);
                becameReady.countDown();
            } else if (wasReadyInThisRun) {
                become(Condition.WAITING);
            }
            if (!stopped()) {
                act(vigil.look(pulse, since(started)), running, pulse);
            }
        }
    }

    private void act(Vigil.Verdict verdict, ProcessHandle running, Pulse pulse) {
        switch (verdict) {
            case LEAVE -> {}
            case HASTEN -> {
                LOG.log(Level.WARNING, "{0} was told to end by somebody else; it is hastened", name());
                program.askToEnd(running);
            }
            case END -> {
                LOG.log(Level.WARNING, "{0} is beyond help ({1}); it is ended", name(), pulse);
                program.end(running);
            }
        }
    }

    private void become(Condition now) {
        if (condition != now) {
            condition = now;
            changed.run();
        }
    }

    private static boolean ended(ProcessHandle running, Duration wait) throws InterruptedException {
        try {
            running.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return ProcessMark.of(running).find().isEmpty();
        } catch (ExecutionException e) {
            return !running.isAlive();
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }
}
