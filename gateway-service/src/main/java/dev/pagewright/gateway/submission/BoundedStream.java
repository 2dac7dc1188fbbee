package dev.pagewright.gateway.submission;

import dev.pagewright.gateway.http.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A stream of so many bytes at most; the next one is a problem. */
final class BoundedStream extends FilterInputStream {

    private final Supplier<ProblemException> beyond;
    private long left;

    BoundedStream(InputStream stream, long most, Supplier<ProblemException> beyond) {
        super(stream);
        this.left = most;
        this.beyond = beyond;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            left -= count;
            if (left < 0) {
                throw beyond.get();
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
