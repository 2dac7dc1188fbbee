package dev.pagewright.export.build;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * One build, waiting or running.
 *
 * @param <T> what it makes; closed where nobody takes it
 */
public final class Build<T extends AutoCloseable> {

    /** What is done, on a thread of the queue. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Stop stop) throws IOException;
    }

    private final String account;
    private final Work<T> work;
    private final Stop stop = new Stop();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    Build(String account, Work<T> work) {
        this.account = account;
        this.work = work;
    }

    String account() {
        return account;
    }

    /** Completed with what was made, or with why it was not: {@link BuildStoppedException} among others. */
    public CompletableFuture<T> result() {
        return result;
    }

    /** Nobody wants it any more. It ends soon, if it has not. */
    public void cancel() {
        stop(BuildStoppedException.Reason.UNWANTED);
    }

    void stop(BuildStoppedException.Reason reason) {
        stop.now(reason);
    }

    void run() {
        try {
            stop.begin();
            T made;
            try {
                made = work.run(stop);
            } finally {
                stop.end();
            }
            result.complete(made);
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    /** What a stop broke is told as the stop. */
    private void fail(Throwable failure) {
        try {
            stop.check();
            result.completeExceptionally(failure);
        } catch (BuildStoppedException stopped) {
            stopped.addSuppressed(failure);
            result.completeExceptionally(stopped);
        }
    }

    void refuse(IOException why) {
        result.completeExceptionally(why);
    }
}
