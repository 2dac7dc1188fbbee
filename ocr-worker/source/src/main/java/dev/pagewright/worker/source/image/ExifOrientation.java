package dev.pagewright.worker.source.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Finds the orientation that a JPEG (APP1), PNG (eXIf) or WebP (EXIF chunk) tells. Reads the structure of the file
 * alone, never more than a bounded number of its segments; a damaged one tells nothing.
 */
final class ExifOrientation {

    private static final int MOST_SEGMENTS = 2000;
    private static final int ORIENTATION = 0x112;
    private static final int RIFF_HEADER = 12;
    private static final int PNG_HEADER = 8;
    private static final int EXIF = 0x45786966;

    private ExifOrientation() {}

    /** Leaves the stream at its start. */
    static Orientation of(ImageInputStream stream) throws IOException {
        ByteOrder before = stream.getByteOrder();
        try {
            stream.seek(0);
            stream.setByteOrder(ByteOrder.BIG_ENDIAN);
            int start = stream.readInt();
            return switch (start) {
                case 0x89504e47 -> png(stream);
                case 0x52494646 -> webp(stream);
                default -> start >>> 8 == 0xffd8ff ? jpeg(stream) : Orientation.UPRIGHT;
            };
        } catch (EOFException | IndexOutOfBoundsException e) {
            return Orientation.UPRIGHT;
        } finally {
            stream.setByteOrder(before);
            stream.seek(0);
        }
    }

    private static Orientation jpeg(ImageInputStream stream) throws IOException {
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            stream.seek(at);
            int marker = stream.readUnsignedShort();
            if (marker >>> 8 != 0xff || marker == 0xffda || marker == 0xffd9) {
                return Orientation.UPRIGHT;
            }
            if (marker == 0xffff) { // fill bytes
                at++;
                continue;
            }
            int length = stream.readUnsignedShort();
            if (marker == 0xffe1 && length > 14 && stream.readInt() == EXIF && stream.readUnsignedShort() == 0) {
                return tiff(stream, at + 10);
            }
            at += 2 + length;
        }
        return Orientation.UPRIGHT;
    }

    private static Orientation png(ImageInputStream stream) throws IOException {
        long at = PNG_HEADER;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            stream.seek(at);
            long length = stream.readUnsignedInt();
            if (stream.readInt() == 0x65584966) {
                return tiff(stream, at + 8);
            }
            at += 12 + length;
        }
        return Orientation.UPRIGHT;
    }

    private static Orientation webp(ImageInputStream stream) throws IOException {
        long at = RIFF_HEADER;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            stream.seek(at);
            int kind = stream.readInt();
            long length = Integer.toUnsignedLong(Integer.reverseBytes(stream.readInt()));
            if (kind == 0x45584946) {
                stream.mark();
                boolean prefixed = stream.readInt() == EXIF;
                return tiff(stream, at + 8 + (prefixed ? 6 : 0));
            }
            at += 8 + length + (length & 1);
        }
        return Orientation.UPRIGHT;
    }

    private static Orientation tiff(ImageInputStream stream, long start) throws IOException {
        stream.seek(start);
        int order = stream.readUnsignedShort();
        stream.setByteOrder(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        stream.readUnsignedShort();
        stream.seek(start + stream.readUnsignedInt());
        int entries = stream.readUnsignedShort();
        for (int i = 0; i < Math.min(entries, MOST_SEGMENTS); i++) {
            int tag = stream.readUnsignedShort();
            stream.readUnsignedShort();
            stream.readUnsignedInt();
            int value = stream.readUnsignedShort();
            stream.readUnsignedShort();
            if (tag == ORIENTATION) {
                return Orientation.of(value);
            }
        }
        return Orientation.UPRIGHT;
    }
}
