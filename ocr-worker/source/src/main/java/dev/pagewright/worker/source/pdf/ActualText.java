package dev.pagewright.worker.source.pdf;

import java.util.List;

/**
 * Replacement text of marked content (ISO 32000-1, 14.9.4): taken for the few glyphs of a word, as of ligatures and
 * drawn letters; not for longer stretches, whose words it would not place.
 */
final class ActualText {

    private static final int MOST_GLYPHS = 12;

    private ActualText() {}

    /** @param glyphs what was shown under the mark; changed in place */
    static void put(String text, List<Glyph> glyphs) {
        if (glyphs.isEmpty() || glyphs.size() > MOST_GLYPHS || text.length() > 3 * glyphs.size() + 2) {
            return;
        }
        String clean = GlyphText.of(text);
        Glyph first = glyphs.getFirst();
        Glyph last = glyphs.getLast();
        boolean level = glyphs.stream().allMatch(glyph -> glyph.angle() == first.angle());
        if (clean.indexOf(' ') >= 0 || GlyphText.insane(clean) || !level) {
            return;
        }
        double end = (last.x() - first.x()) * first.alongX() + (last.y() - first.y()) * first.alongY() + last.advance();
        if (end < first.advance()) {
            return; // written backwards
        }
        Glyph whole = new Glyph(
                clean,
                first.x(),
                first.y(),
                first.alongX(),
                first.alongY(),
                end,
                first.size(),
                first.font(),
                first.ground(),
                first.outlined(),
                first.vertical(),
                false);
        glyphs.clear();
        glyphs.add(whole);
    }
}
