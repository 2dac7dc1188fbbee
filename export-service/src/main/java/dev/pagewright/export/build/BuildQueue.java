package dev.pagewright.export.build;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Builds some at once, on threads of its own. A turn goes to the account that has the fewest running, among equals to
 * the one that has waited longest for a turn; where there are several places no account has all of them, so that one
 * that queues many delays others by nothing. Thread-safe.
 */
public final class BuildQueue implements AutoCloseable {

    /**
     * @param concurrent builds at once
     * @param waiting builds that wait, of all accounts; more are refused
     * @param waitingOfOne of them one account's
     * @param patience how long one waits for its turn
     * @param deadline how long one may take from its turn on
     */
    public record Bounds(int concurrent, int waiting, int waitingOfOne, Duration patience, Duration deadline) {}

    private final Bounds bounds;
    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor clock;
    private final Map<String, Deque<Build<?>>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private int allWaiting;
    private int free;

    public BuildQueue(String name, Bounds bounds) {
        this.bounds = bounds;
        this.free = bounds.concurrent();
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        this.clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name + "-clock").daemon().factory());
        clock.setRemoveOnCancelPolicy(true);
    }

    /** @throws ExportRefusedException {@code overloaded} where too many wait already */
    public <T extends AutoCloseable> Build<T> submit(String account, Build.Work<T> work) throws ExportRefusedException {
        var build = new Build<T>(account, work);
        add(build);
        Future<?> patience =
                clock.schedule(() -> giveUp(build), bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
        var unused = build.result().whenComplete((made, failure) -> patience.cancel(false));
        return build;
    }

    private synchronized void add(Build<?> build) throws ExportRefusedException {
        Deque<Build<?>> own = waiting.get(build.account());
        if (allWaiting >= bounds.waiting() || (own != null && own.size() >= bounds.waitingOfOne())) {
            throw overloaded();
        }
        waiting.computeIfAbsent(build.account(), account -> new ArrayDeque<>()).addLast(build);
        allWaiting++;
        dispatch();
    }

    private void giveUp(Build<?> build) {
        if (remove(build)) {
            build.refuse(overloaded());
        }
    }

    /** Takes a build back that waits, so that it holds no place. */
    public void cancel(Build<?> build) {
        build.cancel();
        if (remove(build)) {
            build.run(); // fails at once: it has been stopped
        }
    }

    private synchronized boolean remove(Build<?> build) {
        Deque<Build<?>> own = waiting.get(build.account());
        if (own == null || !own.remove(build)) {
            return false;
        }
        allWaiting--;
        if (own.isEmpty()) {
            waiting.remove(build.account());
        }
        return true;
    }

    private void dispatch() {
        while (free > 0) {
            Build<?> build = next();
            if (build == null) {
                return;
            }
            free--;
            running.merge(build.account(), 1, Integer::sum);
            threads.execute(() -> run(build));
        }
    }

    private @Nullable Build<?> next() {
        String turn = null;
        int fewest = Math.max(1, bounds.concurrent() - 1);
        for (String account : waiting.keySet()) {
            int has = running.getOrDefault(account, 0);
            if (has < fewest) {
                fewest = has;
                turn = account;
            }
        }
        if (turn == null) {
            return null;
        }
        Deque<Build<?>> own = Objects.requireNonNull(waiting.remove(turn));
        Build<?> build = own.removeFirst();
        allWaiting--;
        if (!own.isEmpty()) {
            waiting.put(turn, own); // behind all others
        }
        return build;
    }

    private void run(Build<?> build) {
        Future<?> deadline = clock.schedule(
                () -> build.stop(BuildStoppedException.Reason.LATE),
                bounds.deadline().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            build.run();
        } finally {
            deadline.cancel(false);
            done(build);
        }
    }

    private synchronized void done(Build<?> build) {
        free++;
        running.computeIfPresent(build.account(), (account, builds) -> builds == 1 ? null : builds - 1);
        dispatch();
    }

    /** Builds that run. */
    public synchronized int active() {
        return bounds.concurrent() - free;
    }

    /** Builds that wait. */
    public synchronized int waiting() {
        return allWaiting;
    }

    private static ExportRefusedException overloaded() {
        return new ExportRefusedException(
                ErrorCode.OVERLOADED, "Too many downloads are being built; try again in some seconds.");
    }

    /** Nothing more is built; what runs is stopped by the end of the process. */
    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }
}
