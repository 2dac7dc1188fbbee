package dev.pagewright.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written first and read afterwards, of any length, in a bounded part of the heap: what does not fit
 * lies in a temporary file that has no name any more, so that it goes with the process at the latest. One thread.
 */
public final class Spool extends OutputStream {

    /** Most pages and texts stay below it; a thousand answers at once still fit into a small heap. */
    private static final int IN_MEMORY = 64 << 10;

    private byte[] memory = new byte[4 << 10];
    private int inMemory;
    private @Nullable FileChannel file;
    private long inFile;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (inMemory + length > IN_MEMORY) {
            spill(memory, 0, inMemory);
            inMemory = 0;
            if (length >= IN_MEMORY) {
                spill(bytes, offset, length);
                return;
            }
        }
        if (inMemory + length > memory.length) {
            memory = java.util.Arrays.copyOf(
                    memory, Math.min(IN_MEMORY, Math.max(2 * memory.length, inMemory + length)));
        }
        System.arraycopy(bytes, offset, memory, inMemory, length);
        inMemory += length;
    }

    private void spill(byte[] bytes, int offset, int length) throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            channel = temporary();
            file = channel;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            inFile += channel.write(buffer, inFile);
        }
    }

    private static FileChannel temporary() throws IOException {
        Path path = Files.createTempFile("pagewright-" + ProcessHandle.current().pid() + "-", ".spool");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    public long size() {
        return inFile + inMemory;
    }

    /** Whether it takes more than the heap's part. */
    public boolean spilled() {
        return inFile > 0;
    }

    /** Forgets what was written. */
    public void clear() {
        inMemory = 0;
        inFile = 0; // the file's place is written over
    }

    public void copyTo(OutputStream out) throws IOException {
        try (InputStream stream = stream()) {
            stream.transferTo(out);
        }
    }

    /** What has been written up to now, from its start. Not to be read while more is written. */
    public InputStream stream() {
        return new Stream();
    }

    @Override
    public void close() throws IOException {
        clear();
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private final class Stream extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (position >= size()) {
                return -1;
            }
            int read;
            if (position < inFile) {
                int most = (int) Math.min(length, inFile - position);
                read = Objects.requireNonNull(file).read(ByteBuffer.wrap(bytes, offset, most), position);
                if (read < 0) {
                    throw new IOException("the temporary file was cut off");
                }
            } else {
                int from = (int) (position - inFile);
                read = Math.min(length, inMemory - from);
                System.arraycopy(memory, from, bytes, offset, read);
            }
            position += read;
            return read;
        }
    }
}
