package dev.pagewright.worker.source.pdf;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * A coarse memory of what is painted on a page, in the order in which it is: enough to tell letters that do not stand
 * out from their ground, and letters that something covers later. Errs towards suspicion: a shape counts as its bounds.
 */
final class PaintGrid {

    /** Brightness of a ground that is not even. */
    static final int UNEVEN = -1;

    private static final int WHITE = 255;
    private static final double CELL = 4;
    private static final int MOST_CELLS_ACROSS = 400;
    /** Cells painted on a page, beyond which nothing is remembered any more. */
    private static final long MOST_WORK = 20_000_000;

    private final double cell;
    private final int columns;
    private final int rows;
    private final short[] brightness;
    private final int[] when;
    private int clock;
    private long work;

    PaintGrid(double width, double height) {
        this.cell = Math.max(CELL, Math.max(width, height) / MOST_CELLS_ACROSS);
        this.columns = (int) Math.ceil(width / cell);
        this.rows = (int) Math.ceil(height / cell);
        this.brightness = new short[Math.max(1, columns * rows)];
        this.when = new int[brightness.length];
        Arrays.fill(brightness, (short) WHITE);
    }

    /** @param bright 0 to 255, or {@link #UNEVEN} */
    void paint(Rectangle2D box, int bright) {
        int left = (int) Math.max(0, Math.ceil(box.getMinX() / cell - 0.5));
        int right = (int) Math.min(columns, Math.ceil(box.getMaxX() / cell - 0.5));
        int top = (int) Math.max(0, Math.ceil(box.getMinY() / cell - 0.5));
        int bottom = (int) Math.min(rows, Math.ceil(box.getMaxY() / cell - 0.5));
        if (right <= left || bottom <= top || work > MOST_WORK) {
            return;
        }
        clock++;
        work += (long) (right - left) * (bottom - top);
        for (int row = top; row < bottom; row++) {
            Arrays.fill(brightness, row * columns + left, row * columns + right, (short) bright);
            Arrays.fill(when, row * columns + left, row * columns + right, clock);
        }
    }

    int clock() {
        return clock;
    }

    /** Brightness of the ground at a point, or {@link #UNEVEN}. */
    int ground(double x, double y) {
        return brightness[at(x, y)];
    }

    /** Whether something was painted there since. */
    boolean coveredSince(int time, double x, double y) {
        return when[at(x, y)] > time;
    }

    private int at(double x, double y) {
        int column = (int) Math.clamp(x / cell, 0, Math.max(0, columns - 1));
        int row = (int) Math.clamp(y / cell, 0, Math.max(0, rows - 1));
        return row * columns + column;
    }
}
