package dev.pagewright.worker.source.pdf;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Makes glyphs of what a content stream shows: their place on the upright page, and what they mean. */
final class GlyphMaker {

    /** Smaller type is not seen by anybody, in points. */
    private static final double LEAST_SIZE = 0.7;

    private static final double GREATEST_SIZE = 5000;
    private static final String REPLACEMENT = "\uFFFD";

    /** What is under a point of the page. */
    interface Grounds {
        Ground at(double x, double y);
    }

    private final PageGeometry geometry;
    private final Map<PDFont, FontFacts> fonts;

    GlyphMaker(PageGeometry geometry, Map<PDFont, FontFacts> fonts) {
        this.geometry = geometry;
        this.fonts = fonts;
    }

    /**
     * @param matrix from text space, where the type is one unit high, to user space
     * @return null where nothing can be seen
     */
    @Nullable Glyph make(Matrix matrix, PDFont font, int code, Vector displacement, Grounds grounds, boolean outlined)
            throws IOException {
        AffineTransform map = geometry.toUpright();
        double alongX = map.getScaleX() * matrix.getScaleX() + map.getShearX() * matrix.getShearY();
        double alongY = map.getShearY() * matrix.getScaleX() + map.getScaleY() * matrix.getShearY();
        double acrossX = map.getScaleX() * matrix.getShearX() + map.getShearX() * matrix.getScaleY();
        double acrossY = map.getShearY() * matrix.getShearX() + map.getScaleY() * matrix.getScaleY();
        double x = map.getScaleX() * matrix.getTranslateX()
                + map.getShearX() * matrix.getTranslateY()
                + map.getTranslateX();
        double y = map.getShearY() * matrix.getTranslateX()
                + map.getScaleY() * matrix.getTranslateY()
                + map.getTranslateY();
        double width = Math.hypot(alongX, alongY);
        FontFacts facts = fonts.computeIfAbsent(font, FontFacts::of);
        // of a sheared type (a made italic) the height counts, not the slanted side
        double height = width == 0 ? 0 : Math.abs(alongX * acrossY - alongY * acrossX) / width * facts.scale();
        if (!(height >= LEAST_SIZE) || !(height <= GREATEST_SIZE) || !Double.isFinite(x) || !Double.isFinite(y)) {
            return null;
        }
        double middle = displacement.getX() / 2;
        Ground ground = grounds.at(x + alongX * middle + acrossX * 0.3, y + alongY * middle + acrossY * 0.3);
        String unicode = unicode(font, code);
        boolean unmapped = unicode == null || GlyphText.insane(unicode);
        String text = unicode == null ? guess(font, code) : GlyphText.of(unicode);
        boolean vertical = font.isVertical();
        if (vertical) { // the origin is the middle of the cell's top (ISO 32000-1, 9.7.4.3)
            double half = font.getWidth(code) / 2000;
            x += alongX * half + acrossX * 0.88;
            y += alongY * half + acrossY * 0.88;
            return new Glyph(
                    text,
                    x,
                    y,
                    -acrossX / Math.hypot(acrossX, acrossY),
                    -acrossY / Math.hypot(acrossX, acrossY),
                    Math.abs(displacement.getY()) * height,
                    height,
                    facts,
                    ground,
                    outlined,
                    true,
                    unmapped);
        }
        double advance = displacement.getX() * width;
        double sign = advance < 0 ? -1 : 1; // a mirrored font matrix
        return new Glyph(
                text,
                x,
                y,
                sign * alongX / width,
                sign * alongY / width,
                Math.abs(advance),
                height,
                facts,
                ground,
                outlined,
                false,
                unmapped);
    }

    private static @Nullable String unicode(PDFont font, int code) throws IOException {
        try {
            String unicode = font.toUnicode(code, GlyphList.getAdobeGlyphList());
            return unicode == null || unicode.isEmpty() || unicode.equals("\0") ? null : unicode;
        } catch (RuntimeException e) {
            return null; // a damaged map
        }
    }

    /** What most files mean that do not say it: Latin letters by their code. */
    private static String guess(PDFont font, int code) {
        boolean letters = font instanceof PDSimpleFont && !(font instanceof PDType3Font) && code >= 0x20 && code < 0x7f;
        return letters ? Character.toString(code) : REPLACEMENT;
    }
}
