package dev.pagewright.worker.source.pdf;

import java.io.IOException;

/**
 * Counts the bytes of a PDF that a parser takes one by one for the same thing, which it gathers in one piece: a string or
 * a name, or what stands before an operator of a content. One file, one thread.
 */
final class TokenBound {

    /** Honest ones have some megabytes at most: a scan that is written into the content itself. */
    private static final int LONGEST = 16 << 20;

    private int bytes;
    private boolean open;

    /** A new thing begins. */
    void begin() {
        bytes = 0;
        open = true;
    }

    /** Nothing is gathered any more. */
    void end() {
        open = false;
    }

    /** @throws IOException where it is too long */
    void read(int count) throws IOException {
        if (!open) {
            return;
        }
        bytes += count;
        if (bytes > LONGEST) {
            throw new IOException("more than " + LONGEST + " bytes without an end");
        }
    }
}
