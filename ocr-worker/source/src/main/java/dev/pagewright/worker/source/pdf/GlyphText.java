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
        unicode.codePoints().map(GlyphText::symbol).forEach(point -> {
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

    /** What office programs put into lists from their symbol fonts, which map to a private area. */
    private static int symbol(int point) {
        return switch (point) {
            case 0xF0B7, 0xF06C, 0xF09F -> 0x2022;
            case 0xF0A7, 0xF06E -> 0x25AA;
            case 0xF0D8 -> 0x27A2;
            case 0xF0FC, 0xF0FE -> 0x2713;
            case 0xF0A8, 0xF071, 0xF06F -> 0x25A1;
            case 0xF0E0 -> 0x2192;
            default -> point;
        };
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
                .map(GlyphText::symbol)
                .anyMatch(point -> point == 0xFFFD
                        || Character.getType(point) == Character.PRIVATE_USE
                        || Character.getType(point) == Character.UNASSIGNED
                        || Character.getType(point) == Character.SURROGATE
                        || (Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r'));
    }
}
