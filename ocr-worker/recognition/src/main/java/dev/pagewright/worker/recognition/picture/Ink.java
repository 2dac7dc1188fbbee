package dev.pagewright.worker.recognition.picture;

import java.util.BitSet;

/**
 * Which pixels are clearly darker than what is around them: strokes on paper of any brightness.
 *
 * @param bits one a pixel, row by row
 */
public record Ink(BitSet bits, int width, int height) {

    /** Steps of grey by which a stroke differs from its surroundings. */
    private static final int CONTRAST = 20;

    /**
     * Share of the shorter side of a small picture up to which a pixel's surroundings reach: of a picture that one line
     * fills, they must hold its paper and not only its strokes.
     */
    private static final int SMALL = 4;

    private static final int FAR = 24;

    public static Ink of(GreyPicture picture) {
        int width = picture.width();
        int height = picture.height();
        int side = Math.min(width, height);
        int reach = Math.max(8, Math.max(side / 50, Math.min(FAR, side / SMALL)));
        long[] columns = new long[width];
        long[] bits = new long[(width * height + 63) / 64];
        for (int y = 0; y < Math.min(reach, height); y++) {
            add(columns, picture.pixels(), y * width, 1);
        }
        for (int y = 0; y < height; y++) {
            if (y + reach < height) {
                add(columns, picture.pixels(), (y + reach) * width, 1);
            }
            if (y - reach - 1 >= 0) {
                add(columns, picture.pixels(), (y - reach - 1) * width, -1);
            }
            int rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
            row(picture, columns, y, rows, reach, bits);
        }
        return new Ink(BitSet.valueOf(bits), width, height);
    }

    private static void add(long[] columns, byte[] pixels, int offset, int sign) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += (long) sign * (pixels[offset + x] & 0xff);
        }
    }

    private static void row(GreyPicture picture, long[] columns, int y, int rows, int reach, long[] bits) {
        int width = picture.width();
        long sum = 0;
        for (int x = 0; x < Math.min(reach, width); x++) {
            sum += columns[x];
        }
        for (int x = 0; x < width; x++) {
            sum += x + reach < width ? columns[x + reach] : 0;
            sum -= x - reach - 1 >= 0 ? columns[x - reach - 1] : 0;
            long count = (long) (Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1) * rows;
            if (picture.at(x, y) * count < sum - CONTRAST * count) {
                int at = y * width + x;
                bits[at >> 6] |= 1L << at;
            }
        }
    }

    public boolean at(int x, int y) {
        return bits.get(y * width + x);
    }

    public double share() {
        return (double) bits.cardinality() / ((double) width * height);
    }
}
