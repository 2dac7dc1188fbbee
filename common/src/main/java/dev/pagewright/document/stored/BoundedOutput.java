package dev.pagewright.document.stored;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that refuses to take more than so many bytes. */
final class BoundedOutput extends FilterOutputStream {

    private long left;

    BoundedOutput(OutputStream stream, long most) {
        super(stream);
        this.left = most;
    }

    @Override
    public void write(int b) throws IOException {
        count(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    private void count(long more) throws PageTooLargeException {
        left -= more;
        if (left < 0) {
            throw new PageTooLargeException();
        }
    }
}
