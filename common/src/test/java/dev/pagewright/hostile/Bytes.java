package dev.pagewright.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Bytes of a file, put one after the other. */
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Bytes of(String latin1) {
        return new Bytes().text(latin1);
    }

    /** @param bytes 0 to 255 each */
    static Bytes of(int... bytes) {
        return new Bytes().bytes(bytes);
    }

    Bytes text(String latin1) {
        out.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Bytes bytes(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The most significant byte first. */
    Bytes big(long value, int size) {
        for (int i = size - 1; i >= 0; i--) {
            out.write((int) (value >> (8 * i)));
        }
        return this;
    }

    /** The least significant byte first. */
    Bytes little(long value, int size) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >> (8 * i)));
        }
        return this;
    }

    Bytes chunk(String type, byte[] data) {
        byte[] typed = Bytes.of(type).raw(data).array();
        CRC32 check = new CRC32();
        check.update(typed);
        return big(data.length, 4).raw(typed).big(check.getValue(), 4);
    }

    int length() {
        return out.size();
    }

    byte[] array() {
        return out.toByteArray();
    }

    static byte[] deflated(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * So many mebibytes of a byte, deflated (RFC 1950): one is, and stands there as often, since a part that refers to nothing
     * before it may be repeated. To deflate all of them would take most of a test's time.
     */
    static byte[] bomb(int mebibytes, int value) {
        byte[] block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) value);
        byte[] part = part(block);
        Adler32 sum = new Adler32();
        Bytes bytes = Bytes.of(0x78, 0x9C);
        for (int i = 0; i < mebibytes; i++) {
            bytes.raw(part);
            sum.update(block);
        }
        return bytes.bytes(3, 0).big(sum.getValue(), 4).array(); // an empty last block
    }

    private static byte[] part(byte[] block) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(block);
            byte[] deflated = new byte[64 << 10];
            int length = deflater.deflate(deflated, 0, deflated.length, Deflater.FULL_FLUSH);
            if (length == deflated.length) {
                throw new IllegalStateException("the part is longer than any of one byte");
            }
            return java.util.Arrays.copyOf(deflated, length);
        } finally {
            deflater.end();
        }
    }
}
