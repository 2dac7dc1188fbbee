package dev.pagewright.export.pdf;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Word;
import dev.pagewright.export.markup.XmlText;
import java.text.Bidi;
import java.util.Locale;

/**
 * The content stream that lays a page's words, unseen (rendering mode 3), each exactly over its box, in whatever
 * direction its line runs and however the page is turned.
 */
final class InvisibleText {

    /** Nothing smaller can be marked with a mouse. */
    private static final double LEAST = 1e-3;

    private final GlyphlessFont font;
    private final PageTransform toUserSpace;
    private final StringBuilder content = new StringBuilder();

    /** @param toUserSpace from the upright page to the PDF page's user space */
    InvisibleText(GlyphlessFont font, PageTransform toUserSpace) {
        this.font = font;
        this.toUserSpace = toUserSpace;
    }

    /** @return operators from {@code BT} to {@code ET}; empty for a page without text */
    String of(Page page, String fontName) {
        for (Block block : page.blocks()) {
            for (Line line : block.lines()) {
                line(line);
            }
        }
        return content.isEmpty() ? "" : "BT\n3 Tr\n/" + fontName + " 1 Tf\n" + content + "ET\n";
    }

    private void line(Line line) {
        if (line.words().isEmpty()) {
            word(line.text(), line.box(), line.angle());
        }
        for (Word word : line.words()) {
            word(word.text(), word.box(), line.angle());
        }
    }

    private void word(String text, BoundingBox box, double angle) {
        int[] glyphs = visual(XmlText.of(text).strip());
        if (glyphs.length == 0 || box.width() < LEAST || box.height() < LEAST) {
            return;
        }
        Corners corners = Corners.of(box, Math.floorMod(Math.round(angle / 90), 4));
        double x = toUserSpace.x(corners.x, corners.y);
        double y = toUserSpace.y(corners.x, corners.y);
        double alongX = toUserSpace.x(corners.endX, corners.endY) - x;
        double alongY = toUserSpace.y(corners.endX, corners.endY) - y;
        double upX = toUserSpace.x(corners.topX, corners.topY) - x;
        double upY = toUserSpace.y(corners.topX, corners.topY) - y;
        double advance = GlyphlessFont.ADVANCE * glyphs.length;
        content.append(String.format(
                Locale.ROOT,
                "%.5f %.5f %.5f %.5f %.4f %.4f Tm %s Tj%n",
                alongX / advance,
                alongY / advance,
                upX,
                upY,
                x,
                y,
                font.encoded(glyphs)));
    }

    /** Glyphs stand on a page in visual order; readers turn them back. */
    private static int[] visual(String text) {
        int[] points = text.codePoints().toArray();
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return points;
        }
        var bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[points.length];
        Integer[] ordered = new Integer[points.length];
        int offset = 0;
        for (int i = 0; i < points.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(offset);
            ordered[i] = points[i];
            offset += Character.charCount(points[i]);
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        for (int i = 0; i < points.length; i++) {
            points[i] = ordered[i];
        }
        return points;
    }

    /** On the upright page: where a word's baseline begins and ends, and what lies one height above its begin. */
    private record Corners(double x, double y, double endX, double endY, double topX, double topY) {

        /** @param quarter turns clockwise of the direction of reading */
        static Corners of(BoundingBox box, int quarter) {
            return switch (quarter) {
                case 1 -> new Corners(box.left(), box.top(), box.left(), box.bottom(), box.right(), box.top());
                case 2 -> new Corners(box.right(), box.top(), box.left(), box.top(), box.right(), box.bottom());
                case 3 -> new Corners(box.right(), box.bottom(), box.right(), box.top(), box.left(), box.bottom());
                default -> new Corners(box.left(), box.bottom(), box.right(), box.bottom(), box.left(), box.top());
            };
        }
    }
}
