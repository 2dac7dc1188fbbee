package dev.pagewright.worker.source.pdf;

/**
 * A glyph in the frame of its direction of writing: {@code u} along it, {@code v} across it, downwards as seen by who
 * reads it.
 *
 * @param from where it begins along the line
 * @param to where it ends
 * @param base its baseline, or for vertical writing the middle of its column
 */
record Spot(Glyph glyph, double from, double to, double base) {

    static Spot of(Glyph glyph, Frame frame) {
        double from = frame.u(glyph.x(), glyph.y());
        return new Spot(glyph, from, from + glyph.advance(), frame.v(glyph.x(), glyph.y()));
    }

    String text() {
        return glyph.text();
    }

    double size() {
        return glyph.size();
    }

    boolean blank() {
        return glyph.text().isBlank();
    }

    double top() {
        return glyph.vertical() ? base - size() / 2 : base - glyph.font().ascent() * size();
    }

    double bottom() {
        return glyph.vertical() ? base + size() / 2 : base + glyph.font().descent() * size();
    }

    /** With another's text behind its own. */
    Spot with(String text) {
        return new Spot(glyph.withText(text), from, to, base);
    }
}
