package dev.pagewright.supervision;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The supervised threads of a process: which of them are overdue, for the liveness check, and whom to tell of failures,
 * for the metric. Thread-safe.
 */
public final class Supervision {

    /** What a JVM ends with that is told to exit on an {@code OutOfMemoryError}; whoever runs it starts it again. */
    private static final int STATUS = 3;

    private static final Logger LOG = System.getLogger(Supervision.class.getName());

    // Memory and liveness are the whole process's, so there is one of these in it. Halted and not exited: the hooks of
    // an
    // orderly end may wait for ever in a process that has no memory.
    private static final Supervision PROCESS =
            new Supervision(() -> Runtime.getRuntime().halt(STATUS));

    private final Set<SupervisedThread> threads = ConcurrentHashMap.newKeySet();
    private final Runnable end;
    private volatile Consumer<String> listener = name -> {};
    private boolean watching;

    /** @param end ends the process at once */
    Supervision(Runnable end) {
        this.end = end;
    }

    public static Supervision ofProcess() {
        return PROCESS;
    }

    /** @param failed from now on told the name of each thread whose step fails, once a failure */
    public void onFailure(Consumer<String> failed) {
        listener = failed;
    }

    /** From now on the process ends too where any other thread dies of what is {@link Fatal}. Once is enough. */
    public synchronized void watchUncaught() {
        if (!watching) {
            watching = true;
            Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
                failed("uncaught", failure);
                if (before == null) {
                    LOG.log(Level.ERROR, thread.getName() + " has died", failure);
                } else {
                    before.uncaughtException(thread, failure);
                }
            });
        }
    }

    /** Names of the threads that should have turned by now, or have died; empty where all is well. */
    public List<String> overdue() {
        long now = System.nanoTime();
        return threads.stream()
                .filter(thread -> thread.overdue(now))
                .map(SupervisedThread::name)
                .sorted()
                .toList();
    }

    /** Notes a failure of what the name tells, and ends the process where it is {@link Fatal}. */
    public void failed(String name, Throwable failure) {
        if (Fatal.is(failure)) {
            end(name, failure);
        }
        listener.accept(name);
    }

    private void end(String name, Throwable failure) {
        try {
            LOG.log(Level.ERROR, name + " cannot go on, nor can the process, which ends", failure);
        } finally {
            end.run();
        }
    }

    void add(SupervisedThread thread) {
        threads.add(thread);
    }

    void remove(SupervisedThread thread) {
        threads.remove(thread);
    }
}
