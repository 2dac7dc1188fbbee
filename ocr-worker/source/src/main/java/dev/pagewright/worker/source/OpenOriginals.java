package dev.pagewright.worker.source;

import dev.pagewright.worker.page.memory.PageMemory;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps files open between two pages of them, so that page 40 need not parse all anew. An original that is lent is one
 * thread's until it is given back. Thread-safe.
 */
public final class OpenOriginals<T extends Original> implements Closeable {

    /** Opens a file. */
    public interface Opener<T> {
        T open(Path file, String mediaType, @Nullable String password, PageMemory memory)
                throws IOException, UnreadablePageException;
    }

    private record Key(
            Path file,
            long size,
            FileTime modified,
            @Nullable String password) {}

    /** An original that is one thread's until it is given back. */
    public final class Loan {
        private final Key key;
        private final T original;

        private Loan(Key key, T original) {
            this.key = key;
            this.original = original;
        }

        public T original() {
            return original;
        }

        /** For the next page of it. */
        public void giveBack() {
            keep(this);
        }

        /** It may be what made its page fail. */
        public void discard() {
            closed(original);
        }
    }

    private final Opener<T> opener;
    private final int most;
    private final Deque<Loan> idle = new ArrayDeque<>();
    private boolean over;

    /** @param most how many stay open while nobody reads them */
    public OpenOriginals(int most, Opener<T> opener) {
        this.most = most;
        this.opener = opener;
    }

    /** @param memory of the page that it is lent for */
    public Loan lend(Path file, String mediaType, @Nullable String password, PageMemory memory)
            throws IOException, UnreadablePageException {
        var key = new Key(file, Files.size(file), Files.getLastModifiedTime(file), password);
        Loan kept = take(key);
        if (kept == null) {
            return new Loan(key, opener.open(file, mediaType, password, memory));
        }
        kept.original.begin(memory);
        return kept;
    }

    private synchronized @Nullable Loan take(Key key) {
        for (Iterator<Loan> loans = idle.iterator(); loans.hasNext(); ) {
            Loan loan = loans.next();
            if (loan.key.equals(key)) {
                loans.remove();
                return loan;
            }
        }
        return null;
    }

    private void keep(Loan loan) {
        Loan dropped = loan;
        synchronized (this) {
            if (!over) {
                idle.addFirst(loan);
                dropped = idle.size() > most ? idle.removeLast() : null;
            }
        }
        if (dropped != null) {
            closed(dropped.original);
        }
    }

    private static void closed(Closeable original) {
        try {
            original.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        closeIdle();
    }

    /** Closes those that nobody reads: their memory is needed. */
    public synchronized void closeIdle() {
        for (Loan loan = idle.poll(); loan != null; loan = idle.poll()) {
            closed(loan.original);
        }
    }
}
