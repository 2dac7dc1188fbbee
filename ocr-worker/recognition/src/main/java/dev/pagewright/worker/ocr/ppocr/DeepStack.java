package dev.pagewright.worker.ocr.ppocr;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Calls on a thread with a large stack. The runtime searches the process's own command line by recursion, a frame or
 * more a character: under a long class path that is deeper than Java's usual stack of 1 MB, and the process dies
 * without a word.
 */
final class DeepStack {

    private static final long BYTES = 32L << 20;

    private DeepStack() {}

    /** Waits for the result, interrupted or not: what is called is short and cannot be stopped. */
    static <T> T call(String name, Callable<T> callable) {
        var task = new FutureTask<>(callable);
        new Thread(null, task, name, BYTES).start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " failed", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
