package dev.pagewright.worker.source.pdf;

import java.util.Locale;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a font; lengths in heights of the type.
 *
 * @param ascent of most letters above the baseline
 * @param descent below it, positive
 * @param scale height of the type in units of text space: 1, but in Type 3 fonts, which have units of their own
 */
record FontFacts(double ascent, double descent, double scale, boolean bold, boolean italic, boolean monospace) {

    private static final double ASCENT = 0.73;
    private static final double DESCENT = 0.21;
    private static final float BOLD_WEIGHT = 600;
    /** Height of a font's bounding box in heights of its type. */
    private static final double BODY = 1.2;

    static FontFacts of(PDFont font) {
        boolean drawn = font instanceof PDType3Font;
        PDFontDescriptor descriptor = drawn ? null : descriptor(font);
        String name = name(font);
        return new FontFacts(
                descriptor == null ? ASCENT : within(descriptor.getAscent(), 0.6, 0.78, ASCENT),
                descriptor == null ? DESCENT : within(-descriptor.getDescent(), 0.15, 0.25, DESCENT),
                drawn ? scale((PDType3Font) font) : 1,
                has(name, "bold", "black", "heavy", "demi")
                        || (descriptor != null
                                && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT)),
                has(name, "italic", "oblique", "slanted")
                        || (descriptor != null && (descriptor.isItalic() || descriptor.getItalicAngle() != 0)),
                has(name, "courier", "mono", "consol", "typewriter", "cmtt")
                        || (descriptor != null && descriptor.isFixedPitch()));
    }

    private static double within(double thousandths, double least, double most, double usual) {
        return thousandths < 100 || thousandths > 2000 ? usual : Math.clamp(thousandths / 1000, least, most);
    }

    private static @Nullable PDFontDescriptor descriptor(PDFont font) {
        try {
            return font.getFontDescriptor();
        } catch (RuntimeException e) {
            return null; // a damaged one
        }
    }

    private static String name(PDFont font) {
        try {
            String name = font.getName();
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        } catch (RuntimeException e) {
            return "";
        }
    }

    private static double scale(PDType3Font font) {
        try {
            BoundingBox box = font.getBoundingBox();
            double height = box.getHeight() * Math.abs(font.getFontMatrix().getScaleY()) / BODY;
            return height > 0.01 && height < 1e4 ? height : 1;
        } catch (RuntimeException e) {
            return 1;
        }
    }

    private static boolean has(String name, String... parts) {
        for (String part : parts) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
