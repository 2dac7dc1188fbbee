package dev.pagewright.worker.source;

import dev.pagewright.error.PageErrorCode;

/**
 * How many pixels a page may have.
 *
 * @param declared more than these are refused before anything is decoded
 * @param decoded a larger picture is thinned while it is decoded or right afterwards; more than any engine reads better
 */
public record PixelLimits(long declared, long decoded) {

    /** An A0 sheet at 300 dpi is declared and read; A4 at 600 dpi is read as it is. */
    public static final PixelLimits DEFAULT = new PixelLimits(140_000_000, 40_000_000);

    public PixelLimits {
        if (declared < decoded || decoded < 1) {
            throw new IllegalArgumentException("no limits: %d declared, %d decoded".formatted(declared, decoded));
        }
    }

    /** By how much a picture's sides are divided, so that it is not larger than what is read; 1 for most. */
    public int step(long width, long height) throws UnreadablePageException {
        if (width < 1 || height < 1) {
            throw new UnreadablePageException(PageErrorCode.PAGE_CORRUPT);
        }
        if (width * height > declared) {
            throw new UnreadablePageException(
                    PageErrorCode.PAGE_TOO_LARGE,
                    "The page has %d x %d pixels, more than can be read; send it at a lower resolution."
                            .formatted(width, height));
        }
        int step = 1;
        while (width / step * (height / step) > decoded) {
            step++;
        }
        return step;
    }
}
