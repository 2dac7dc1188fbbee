package dev.pagewright.export.format;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An output that goes on after its writer has closed it. */
public final class Unclosable extends FilterOutputStream {

    public Unclosable(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
