package dev.pagewright.worker.source.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.jspecify.annotations.Nullable;

/** How bright colours are; the last one is remembered, as it is asked for with each letter. One thread. */
final class Brightness {

    private @Nullable PDColor last;
    private int brightness;

    /** 0 to 255, or {@link PaintGrid#UNEVEN} for patterns and what cannot be told. */
    @SuppressWarnings("ReferenceEquality") // the same object, or it is computed again
    int of(PDColor color) {
        if (color != last) {
            brightness = compute(color);
            last = color;
        }
        return brightness;
    }

    private static int compute(PDColor color) {
        try {
            if (color.isPattern()) {
                return PaintGrid.UNEVEN;
            }
            int rgb = color.toRGB();
            return (77 * (rgb >> 16 & 0xff) + 150 * (rgb >> 8 & 0xff) + 29 * (rgb & 0xff)) >> 8;
        } catch (IOException | RuntimeException e) {
            return PaintGrid.UNEVEN; // a damaged colour space
        }
    }
}
