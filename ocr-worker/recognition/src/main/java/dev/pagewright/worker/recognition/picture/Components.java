package dev.pagewright.worker.recognition.picture;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The connected strokes of a picture, each as the box around it and the ink in it. No more than {@link #MOST} of them.
 *
 * @param boxes left, top, width and height of each in turn, in pixels
 * @param inks pixels of ink in each
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once; never compared
record Components(int[] boxes, int[] inks) {

    static final int MOST = 60_000;

    /** Strokes that touch at a corner are one. */
    static Components of(Ink ink) {
        BitSet left = (BitSet) ink.bits().clone();
        int[] boxes = new int[1024];
        int[] inks = new int[256];
        int[] stack = new int[256];
        int count = 0;
        for (int start = left.nextSetBit(0); start >= 0 && count < MOST; start = left.nextSetBit(start + 1)) {
            int depth = 0;
            stack[depth++] = start;
            left.clear(start);
            int minX = Integer.MAX_VALUE;
            int maxX = 0;
            int minY = Integer.MAX_VALUE;
            int maxY = 0;
            int pixels = 0;
            while (depth > 0) {
                int at = stack[--depth];
                int x = at % ink.width();
                int y = at / ink.width();
                minX = Math.min(minX, x);
                maxX = Math.max(maxX, x);
                minY = Math.min(minY, y);
                maxY = Math.max(maxY, y);
                pixels++;
                if (depth + 8 > stack.length) {
                    stack = Arrays.copyOf(stack, stack.length * 2);
                }
                depth = neighbours(left, ink, x, y, stack, depth);
            }
            if (count == inks.length) {
                inks = Arrays.copyOf(inks, count * 2);
                boxes = Arrays.copyOf(boxes, count * 8);
            }
            boxes[4 * count] = minX;
            boxes[4 * count + 1] = minY;
            boxes[4 * count + 2] = maxX - minX + 1;
            boxes[4 * count + 3] = maxY - minY + 1;
            inks[count++] = pixels;
        }
        return new Components(Arrays.copyOf(boxes, 4 * count), Arrays.copyOf(inks, count));
    }

    int count() {
        return inks.length;
    }

    int left(int index) {
        return boxes[4 * index];
    }

    int top(int index) {
        return boxes[4 * index + 1];
    }

    int width(int index) {
        return boxes[4 * index + 2];
    }

    int height(int index) {
        return boxes[4 * index + 3];
    }

    /** Share of its box that is ink. */
    double density(int index) {
        return inks[index] / ((double) width(index) * height(index));
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
}
