package dev.pagewright.export.build;

import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Tells a build to stop. The build looks at it between two pages and at each write; its thread is interrupted too, for
 * what it waits for. Thread-safe.
 */
public final class Stop {

    private BuildStoppedException.@Nullable Reason reason;
    private @Nullable Thread thread;

    /** @throws BuildStoppedException once it has been told to stop */
    public synchronized void check() throws BuildStoppedException {
        if (reason != null) {
            throw new BuildStoppedException(reason);
        }
    }

    /** The same elements; {@link UncheckedIOException} from the stop on. */
    public <T> Iterator<T> between(Iterator<T> elements) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                checkUnchecked();
                return elements.hasNext();
            }

            @Override
            public T next() {
                checkUnchecked();
                return elements.next();
            }
        };
    }

    private void checkUnchecked() {
        try {
            check();
        } catch (BuildStoppedException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first reason counts. */
    synchronized void now(BuildStoppedException.Reason why) {
        if (reason == null) {
            reason = why;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** The calling thread builds from here. */
    synchronized void begin() throws BuildStoppedException {
        check();
        thread = Thread.currentThread();
    }

    /** The calling thread has built: no interrupt of this build meets what it does next. */
    synchronized void end() {
        thread = null;
        boolean unused = Thread.interrupted();
    }
}
