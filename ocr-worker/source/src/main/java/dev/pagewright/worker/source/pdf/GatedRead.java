package dev.pagewright.worker.source.pdf;

import dev.pagewright.worker.page.memory.MemoryGate;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * Bytes of a PDF, raw or decoded, that can be read as long as the page may grow, and no token, nor what stands between
 * two operators of a content, is longer than its bound: parsers gather it in one piece.
 */
final class GatedRead implements RandomAccessRead {

    /** Parsers read byte by byte: so many are counted together. */
    private static final int TOLD_AT_ONCE = 4096;

    private final RandomAccessRead bytes;
    private final MemoryGate gate;
    private final TokenBound bound;
    private int untilTold = TOLD_AT_ONCE;

    GatedRead(RandomAccessRead bytes, MemoryGate gate, TokenBound bound) {
        this.bytes = bytes;
        this.gate = gate;
        this.bound = bound;
    }

    @Override
    public int read() throws IOException {
        if (--untilTold < 0) {
            untilTold = TOLD_AT_ONCE;
            gate.read(TOLD_AT_ONCE);
            bound.read(TOLD_AT_ONCE);
        }
        return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        gate.read(length);
        return bytes.read(buffer, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
        return bytes.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        bytes.seek(position);
    }

    @Override
    public long length() throws IOException {
        return bytes.length();
    }

    @Override
    public boolean isClosed() {
        return bytes.isClosed();
    }

    @Override
    public int peek() throws IOException {
        return bytes.peek();
    }

    @Override
    public void rewind(int count) throws IOException {
        bytes.rewind(count);
    }

    @Override
    public boolean isEOF() throws IOException {
        return bytes.isEOF();
    }

    @Override
    public int available() throws IOException {
        return bytes.available();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        RandomAccessReadView view = bytes.createView(start, length);
        return new RandomAccessReadView(new GatedRead(view, gate, bound), 0, length, true);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
