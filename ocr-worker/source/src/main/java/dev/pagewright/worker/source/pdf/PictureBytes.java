package dev.pagewright.worker.source.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** What a picture in a PDF takes in memory while it is drawn, by what its dictionary and those of its masks declare. */
final class PictureBytes {

    /** Samples are unfolded whole, then made a picture of four bytes a pixel. */
    private static final int DRAWN = 4;

    private static final int BITS = 8;

    private PictureBytes() {}

    /** Of one whose size is no size: 0. */
    static long of(PDImage image) throws IOException {
        long bytes = samples(image, components(image)) + DRAWN * pixels(image);
        if (image instanceof PDImageXObject picture) {
            bytes += mask(picture.getSoftMask()) + mask(picture.getMask());
        }
        return bytes;
    }

    private static long mask(@Nullable PDImageXObject mask) {
        return mask == null ? 0 : samples(mask, 1) + DRAWN * pixels(mask);
    }

    private static int components(PDImage image) {
        try {
            return image.isStencil() ? 1 : image.getColorSpace().getNumberOfComponents();
        } catch (IOException | RuntimeException e) {
            return DRAWN; // a damaged one; whoever draws it tells
        }
    }

    private static long samples(PDImage image, int components) {
        return pixels(image) * components * Math.max(1, image.getBitsPerComponent()) / BITS;
    }

    private static long pixels(PDImage image) {
        return Math.max(0L, image.getWidth()) * Math.max(0L, image.getHeight());
    }
}
