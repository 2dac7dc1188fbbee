package dev.pagewright.worker.source.image;

import dev.pagewright.document.PageTransform;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How a stored image is turned to be seen (EXIF 2.32, 4.6.5.1.6; TIFF 6.0, page 36): {@code column' = a*x + c*y + e},
 * {@code row' = b*x + d*y + f} of the stored pixel, {@code e} and {@code f} in widths and heights of the stored image.
 */
enum Orientation {
    UPRIGHT(1, 1, 0, 0, 1, 0),
    MIRRORED(2, -1, 0, 0, 1, 0),
    UPSIDE_DOWN(3, -1, 0, 0, -1, 180),
    FLIPPED(4, 1, 0, 0, -1, 180),
    TRANSPOSED(5, 0, 1, 1, 0, 90),
    QUARTER_RIGHT(6, 0, 1, -1, 0, 90),
    TRANSVERSED(7, 0, -1, -1, 0, 270),
    QUARTER_LEFT(8, 0, -1, 1, 0, 270);

    private final int tag;
    private final int a;
    private final int b;
    private final int c;
    private final int d;
    private final int degrees;

    Orientation(int tag, int a, int b, int c, int d, int degrees) {
        this.tag = tag;
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
        this.degrees = degrees;
    }

    /** Anything that is none is upright. */
    static Orientation of(int tag) {
        for (Orientation orientation : values()) {
            if (orientation.tag == tag) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    /** Degrees clockwise by which the stored image is turned, mirroring aside. */
    int degrees() {
        return degrees;
    }

    boolean sideways() {
        return a == 0;
    }

    /** From the image as it is seen to the stored one, of {@code width} x {@code height} pixels. */
    PageTransform toStored(double width, double height) {
        // the matrices are their own inverse up to transposition
        double e = a < 0 || b < 0 ? width : 0;
        double f = c < 0 || d < 0 ? height : 0;
        return new PageTransform(a, c, b, d, e, f);
    }

    BufferedImage apply(BufferedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        double e = a < 0 || c < 0 ? (sideways() ? height : width) : 0;
        double f = b < 0 || d < 0 ? (sideways() ? width : height) : 0;
        int type = stored.getType() == BufferedImage.TYPE_CUSTOM ? BufferedImage.TYPE_INT_RGB : stored.getType();
        var seen = new BufferedImage(sideways() ? height : width, sideways() ? width : height, type);
        Graphics2D graphics = seen.createGraphics();
        try {
            graphics.drawImage(stored, new AffineTransform(a, b, c, d, e, f), null);
        } finally {
            graphics.dispose();
        }
        return seen;
    }
}
