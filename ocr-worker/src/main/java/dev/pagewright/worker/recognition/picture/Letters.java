package dev.pagewright.worker.recognition.picture;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Connected strokes that have the size of letters.
 *
 * @param places middle of each, x and y in turn, in pixels
 * @param height the median, in pixels; 0 where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once; never compared
public record Letters(int[] places, double height) {

    private static final int MOST = 60_000;

    /** Strokes smaller than 3 pixels, larger than a tenth of the picture, or much wider than high, are none. */
    public static Letters in(Ink ink) {
        BitSet left = (BitSet) ink.bits().clone();
        int[] heights = new int[256];
        int[] places = new int[512];
        int count = 0;
        int[] stack = new int[256];
        int tallest = Math.max(16, Math.min(ink.width(), ink.height()) / 5);
        for (int start = left.nextSetBit(0); start >= 0 && count < MOST; start = left.nextSetBit(start + 1)) {
            int depth = 0;
            stack[depth++] = start;
            left.clear(start);
            int minX = Integer.MAX_VALUE;
            int maxX = 0;
            int minY = Integer.MAX_VALUE;
            int maxY = 0;
            while (depth > 0) {
                int at = stack[--depth];
                int x = at % ink.width();
                int y = at / ink.width();
                minX = Math.min(minX, x);
                maxX = Math.max(maxX, x);
                minY = Math.min(minY, y);
                maxY = Math.max(maxY, y);
                if (depth + 8 > stack.length) {
                    stack = Arrays.copyOf(stack, stack.length * 2);
                }
                depth = neighbours(left, ink, x, y, stack, depth);
            }
            int width = maxX - minX + 1;
            int height = maxY - minY + 1;
            if (height >= 3 && height <= tallest && width <= 3 * height && height <= 8 * width) {
                if (count == heights.length) {
                    heights = Arrays.copyOf(heights, count * 2);
                    places = Arrays.copyOf(places, count * 4);
                }
                places[2 * count] = (minX + maxX) / 2;
                places[2 * count + 1] = (minY + maxY) / 2;
                heights[count++] = height;
            }
        }
        return new Letters(Arrays.copyOf(places, 2 * count), median(heights, count));
    }

    public int count() {
        return places.length / 2;
    }

    private static int neighbours(BitSet left, Ink ink, int x, int y, int[] stack, int depth) {
        int size = depth;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(ink.height() - 1, y + 1); ny++) {
            for (int nx = Math.max(0, x - 1); nx <= Math.min(ink.width() - 1, x + 1); nx++) {
                int at = ny * ink.width() + nx;
                if (left.get(at)) {
                    left.clear(at);
                    stack[size++] = at;
                }
            }
        }
        return size;
    }

    private static double median(int[] heights, int count) {
        if (count == 0) {
            return 0;
        }
        Arrays.sort(heights, 0, count);
        return heights[count / 2];
    }
}
