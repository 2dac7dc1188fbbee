package dev.pagewright.worker.recognition;

/** A part of a sheet, in its pixels. */
record Area(int left, int top, int width, int height) {

    static Area of(Sheet sheet) {
        return new Area(0, 0, sheet.grey().width(), sheet.grey().height());
    }

    /** What of it lies within these bounds. */
    Area within(double fromX, double fromY, double toX, double toY) {
        int x = (int) Math.max(left, fromX);
        int y = (int) Math.max(top, fromY);
        return new Area(x, y, (int) Math.min(left + width, toX) - x, (int) Math.min(top + height, toY) - y);
    }

    double size() {
        return (double) width * height;
    }

    boolean holds(double x, double y) {
        return x >= left && x < left + width && y >= top && y < top + height;
    }
}
