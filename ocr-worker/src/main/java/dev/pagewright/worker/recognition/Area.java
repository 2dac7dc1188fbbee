package dev.pagewright.worker.recognition;

/** A part of a sheet, in its pixels. */
record Area(int left, int top, int width, int height) {

    static Area of(Sheet sheet) {
        return new Area(0, 0, sheet.grey().width(), sheet.grey().height());
    }

    double size() {
        return (double) width * height;
    }

    boolean holds(double x, double y) {
        return x >= left && x < left + width && y >= top && y < top + height;
    }
}
