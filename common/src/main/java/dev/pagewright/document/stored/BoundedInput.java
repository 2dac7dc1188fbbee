package dev.pagewright.document.stored;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than so many bytes. */
final class BoundedInput extends FilterInputStream {

    private final long most;
    private long read;

    BoundedInput(InputStream stream, long most) {
        super(stream);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long more) throws PageTooLargeException {
        read += more;
        if (read > most) {
            throw new PageTooLargeException();
        }
    }
}
