package dev.pagewright.worker.source;

import dev.pagewright.document.PageTransform;

/** Maps of a page that is turned by quarters. */
public final class Turned {

    private Turned() {}

    /**
     * @param toOriginal of the page before it is turned
     * @param width of the page before it is turned
     * @param height of the page before it is turned
     * @param degrees clockwise (0, 90, 180, 270) by which it is turned
     * @return of the page after it is turned
     */
    public static PageTransform by(PageTransform toOriginal, double width, double height, int degrees) {
        return switch (degrees) {
            case 0 -> toOriginal;
            // where a point of the turned page was before: at 90 degrees (x, y) was (y, height - x)
            case 90 -> after(toOriginal, new PageTransform(0, -1, 1, 0, 0, height));
            case 180 -> after(toOriginal, new PageTransform(-1, 0, 0, -1, width, height));
            case 270 -> after(toOriginal, new PageTransform(0, 1, -1, 0, width, 0));
            default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
        };
    }

    /** First {@code inner}, then {@code outer}. */
    public static PageTransform after(PageTransform outer, PageTransform inner) {
        return new PageTransform(
                outer.a() * inner.a() + outer.c() * inner.b(),
                outer.b() * inner.a() + outer.d() * inner.b(),
                outer.a() * inner.c() + outer.c() * inner.d(),
                outer.b() * inner.c() + outer.d() * inner.d(),
                outer.x(inner.e(), inner.f()),
                outer.y(inner.e(), inner.f()));
    }
}
