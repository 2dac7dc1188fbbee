package dev.pagewright.worker.source.image;

import dev.pagewright.worker.page.memory.MemoryGate;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/** The bytes of a picture's file, which can be read as long as the page may grow. */
final class GatedInput extends ImageInputStreamImpl {

    private final ImageInputStream bytes;
    private final MemoryGate gate;

    GatedInput(ImageInputStream bytes, MemoryGate gate) {
        this.bytes = bytes;
        this.gate = gate;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        gate.read(1);
        bitOffset = 0;
        int read = bytes.read();
        streamPos += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        checkClosed();
        gate.read(length);
        bitOffset = 0;
        int read = bytes.read(buffer, offset, length);
        streamPos += Math.max(0, read);
        return read;
    }

    @Override
    public long length() {
        try {
            return bytes.length();
        } catch (IOException e) {
            return -1; // as the interface has it where the length is not known
        }
    }

    @Override
    public void seek(long position) throws IOException {
        super.seek(position);
        bytes.seek(position);
    }

    @Override
    public void close() throws IOException {
        super.close();
        bytes.close();
    }
}
