package dev.pagewright.document.stored;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stream that writes down whatever is read of it, in order. */
final class CopyingInput extends FilterInputStream {

    private final OutputStream copy;

    CopyingInput(InputStream stream, OutputStream copy) {
        super(stream);
        this.copy = copy;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            copy.write(b);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            copy.write(bytes, offset, count);
        }
        return count;
    }

    /** Reads what is skipped: it is part of the copy. */
    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 8 << 10)).length;
    }
}
