package dev.pagewright.worker.source.pdf;

import dev.pagewright.document.BoundingBox;

/** Axes of a direction of writing on the upright page: {@code u} along, {@code v} a quarter turn clockwise from it. */
record Frame(double cosine, double sine) {

    /** @param degrees clockwise */
    static Frame of(int degrees) {
        return switch (degrees) { // exact where it matters
            case 0 -> new Frame(1, 0);
            case 90 -> new Frame(0, 1);
            case 180 -> new Frame(-1, 0);
            case 270 -> new Frame(0, -1);
            default -> new Frame(Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees)));
        };
    }

    double u(double x, double y) {
        return x * cosine + y * sine;
    }

    double v(double x, double y) {
        return y * cosine - x * sine;
    }

    /** The box on the page that holds a rectangle of this frame. */
    BoundingBox box(double from, double top, double to, double bottom) {
        double x1 = x(from, top);
        double x2 = x(to, top);
        double x3 = x(from, bottom);
        double x4 = x(to, bottom);
        double y1 = y(from, top);
        double y2 = y(to, top);
        double y3 = y(from, bottom);
        double y4 = y(to, bottom);
        return new BoundingBox(
                Math.min(Math.min(x1, x2), Math.min(x3, x4)),
                Math.min(Math.min(y1, y2), Math.min(y3, y4)),
                Math.max(Math.max(x1, x2), Math.max(x3, x4)),
                Math.max(Math.max(y1, y2), Math.max(y3, y4)));
    }

    private double x(double u, double v) {
        return u * cosine - v * sine;
    }

    private double y(double u, double v) {
        return u * sine + v * cosine;
    }
}
