package dev.pagewright.worker.source.pdf;

/**
 * A glyph that a page shows, on the upright page in points. Mutable only in its text.
 *
 * @param text what it means, in logical order; empty where the file does not tell
 * @param x of its origin
 * @param y of its origin, on the baseline
 * @param alongX unit vector of the direction of writing
 * @param alongY unit vector of the direction of writing
 * @param advance to the next origin, in the direction of writing
 * @param size height of the type
 * @param vertical written from top to bottom, the glyphs upright
 * @param unmapped whether the font says nothing, or nothing sane, of what it means
 */
record Glyph(
        String text,
        double x,
        double y,
        double alongX,
        double alongY,
        double advance,
        double size,
        FontFacts font,
        Ground ground,
        boolean outlined,
        boolean vertical,
        boolean unmapped) {

    Glyph withText(String other) {
        return new Glyph(other, x, y, alongX, alongY, advance, size, font, ground, outlined, vertical, unmapped);
    }

    /** Degrees clockwise, 0 to 360, whole. */
    int angle() {
        return Math.floorMod(Math.round((float) Math.toDegrees(Math.atan2(alongY, alongX))), 360);
    }
}
