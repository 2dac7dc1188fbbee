package dev.pagewright.worker.source.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** Finds the orientation of a frame of a TIFF or BigTIFF, in the chain of its directories. */
final class TiffOrientation {

    private static final int ORIENTATION = 274;
    private static final int MOST_ENTRIES = 4096;

    private TiffOrientation() {}

    /** Leaves the stream at its start; a damaged file tells nothing. */
    static Orientation of(ImageInputStream stream, int frame) throws IOException {
        ByteOrder before = stream.getByteOrder();
        try {
            stream.seek(0);
            stream.setByteOrder(stream.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            boolean big = stream.readUnsignedShort() == 43;
            if (big) {
                stream.readInt();
            }
            for (int i = 0; i < frame; i++) {
                stream.seek(offset(stream, big));
                long entries = entries(stream, big);
                stream.seek(stream.getStreamPosition() + entries * (big ? 20 : 12));
            }
            stream.seek(offset(stream, big));
            return directory(stream, big);
        } catch (EOFException | IndexOutOfBoundsException e) {
            return Orientation.UPRIGHT;
        } finally {
            stream.setByteOrder(before);
            stream.seek(0);
        }
    }

    private static long offset(ImageInputStream stream, boolean big) throws IOException {
        return big ? stream.readLong() : stream.readUnsignedInt();
    }

    private static long entries(ImageInputStream stream, boolean big) throws IOException {
        return Math.clamp(big ? stream.readLong() : stream.readUnsignedShort(), 0, MOST_ENTRIES);
    }

    private static Orientation directory(ImageInputStream stream, boolean big) throws IOException {
        long entries = entries(stream, big);
        long at = stream.getStreamPosition();
        for (int i = 0; i < entries; i++, at += big ? 20 : 12) {
            stream.seek(at);
            if (stream.readUnsignedShort() == ORIENTATION) {
                stream.seek(at + (big ? 12 : 8));
                return Orientation.of(stream.readUnsignedShort());
            }
        }
        return Orientation.UPRIGHT;
    }
}
