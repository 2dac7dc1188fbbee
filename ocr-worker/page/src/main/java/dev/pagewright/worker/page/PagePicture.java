package dev.pagewright.worker.page;

import java.awt.image.BufferedImage;

/**
 * A picture of a page as it is to be recognised: turned as the file tells (PDF {@code /Rotate}, EXIF), not yet as its
 * text shows.
 *
 * @param image the pixels; owned by whoever recognises them, who may not change them
 * @param width of the page in its own unit ({@code Unit}); the image may have more or fewer pixels
 * @param height of the page in its own unit
 * @param dpi resolution of the image, 0 where the file does not tell or tells nonsense
 */
public record PagePicture(BufferedImage image, double width, double height, double dpi) {

    public PagePicture {
        if (!(width > 0) || !(height > 0) || !(dpi >= 0)) {
            throw new IllegalArgumentException("not a page: %s x %s at %s dpi".formatted(width, height, dpi));
        }
    }
}
