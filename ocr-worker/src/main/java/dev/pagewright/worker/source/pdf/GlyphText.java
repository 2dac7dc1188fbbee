package dev.pagewright.worker.source.pdf;

import java.text.Normalizer;

/** What a glyph means, in characters that people type: ligatures and presentation forms taken apart. */
final class GlyphText {

    private static final String NO_BREAK_SPACE = "\u00A0";

    private GlyphText() {}

    static String of(String unicode) {
        if (unicode.length() == 1 && unicode.charAt(0) < 0x300) {
            return unicode.equals(NO_BREAK_SPACE) ? " " : unicode;
        }
        var text = new StringBuilder(unicode.length());
        unicode.codePoints().forEach(point -> {
            if (presentation(point)) {
                text.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
            } else if (Character.isSpaceChar(point) || Character.isWhitespace(point)) {
                text.append(' ');
            } else if (!ignorable(point)) {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    /** Forms that exist for old encodings alone; others (superscripts, full width) mean what they look like. */
    private static boolean presentation(int point) {
        return (point >= 0xFB00 && point <= 0xFDFF)
                || (point >= 0xFE70 && point <= 0xFEFC)
                || (point >= 0x2E80 && point <= 0x2FDF);
    }

    /** Marks of direction and joining, which a line in logical order does not need. */
    private static boolean ignorable(int point) {
        return (point >= 0x200B && point <= 0x200F)
                || (point >= 0x202A && point <= 0x202E)
                || point == 0xFEFF
                || (point >= 0x2066 && point <= 0x2069);
    }

    /** Whether it cannot be what the glyph means. */
    static boolean insane(String text) {
        return text.codePoints()
                .anyMatch(point -> point == 0xFFFD
                        || Character.getType(point) == Character.PRIVATE_USE
                        || Character.getType(point) == Character.UNASSIGNED
                        || Character.getType(point) == Character.SURROGATE
                        || (Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r'));
    }
}
