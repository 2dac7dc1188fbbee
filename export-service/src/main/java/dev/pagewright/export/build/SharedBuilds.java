package dev.pagewright.export.build;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One build for all who ask for the same at the same time; it stops when the last of them has left. Thread-safe. */
public final class SharedBuilds {

    /** Begins a build. */
    @FunctionalInterface
    public interface Start {
        Build<BuiltFile> start() throws IOException;
    }

    private static final class Shared {
        private final Build<BuiltFile> build;
        private int waiting;

        Shared(Build<BuiltFile> build) {
            this.build = build;
        }
    }

    private final BuildQueue queue;
    private final Map<String, Shared> byKey = new HashMap<>();

    public SharedBuilds(BuildQueue queue) {
        this.queue = queue;
    }

    /** One request's part in a build. To be closed when it has what it waited for, or leaves. */
    public final class Ticket implements AutoCloseable {

        private final String key;
        private final Shared shared;
        private final CompletableFuture<BuiltFile> mine;

        private Ticket(String key, Shared shared) {
            this.key = key;
            this.shared = shared;
            this.mine = shared.build.result().copy();
        }

        /** Who waits in {@link #await} has gone. From any thread. */
        public void abandon() {
            mine.completeExceptionally(new BuildStoppedException(BuildStoppedException.Reason.UNWANTED));
        }

        /** The file, which stays while the lease is open. */
        public BuiltFile.Lease await() throws IOException, InterruptedException {
            try {
                return mine.get().lease();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException failure -> throw failure;
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void close() {
            leave(key, shared);
        }
    }

    /** @param start where nobody builds it yet */
    public synchronized Ticket join(String key, Start start) throws IOException {
        Shared shared = byKey.get(key);
        if (shared == null) {
            shared = new Shared(start.start());
            byKey.put(key, shared);
        }
        shared.waiting++;
        return new Ticket(key, shared);
    }

    private void leave(String key, Shared shared) {
        synchronized (this) {
            if (--shared.waiting > 0) {
                return;
            }
            byKey.remove(key, shared);
        }
        queue.cancel(shared.build);
        var unused = shared.build.result().thenAccept(BuiltFile::close);
    }

    /** Requests that wait for a build. */
    public synchronized int requests() {
        return byKey.values().stream().mapToInt(shared -> shared.waiting).sum();
    }

    /** Stops every build whose key begins so: its job is gone. Who waits for one is told that it was stopped. */
    public void stop(String prefix) {
        List<Build<BuiltFile>> stopped;
        synchronized (this) {
            stopped = byKey.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix))
                    .map(entry -> entry.getValue().build)
                    .toList();
        }
        stopped.forEach(queue::cancel);
    }
}
