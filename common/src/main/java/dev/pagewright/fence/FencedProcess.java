package dev.pagewright.fence;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that was started by a {@link Fence}. Its end is waited for by a thread outside the fence, and told from
 * there to whoever asks, virtual threads included. Thread-safe.
 */
public final class FencedProcess {

    private final Process process;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    FencedProcess(Process process) {
        this.process = process;
    }

    /** Waits on the calling thread, which must be a platform thread outside the fence, and tells the others. */
    void awaitEnd() {
        while (true) {
            try {
                exit.complete(process.waitFor());
                return;
            } catch (InterruptedException e) {
                // nobody else would tell its end
            }
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its standard input. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Its standard output, unless that is redirected. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** Whether it has ended before the time is over. */
    public boolean ended(Duration within) throws InterruptedException {
        try {
            exit.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end and gives its exit code. */
    public int exitCode() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it by force, at once; it may take a moment to be gone. */
    public void end() {
        process.destroyForcibly();
    }
}
