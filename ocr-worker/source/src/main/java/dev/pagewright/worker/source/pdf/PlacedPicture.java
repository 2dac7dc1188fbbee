package dev.pagewright.worker.source.pdf;

import dev.pagewright.document.BoundingBox;
import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/**
 * A raster picture on a page.
 *
 * @param box what is seen of it on the upright page, in points
 * @param placement from the unit square of the picture (y upwards) to the upright page
 * @param whole whether nothing cuts it and nothing shines through it
 */
record PlacedPicture(PDImage image, BoundingBox box, AffineTransform placement, boolean whole) {

    /** Pixels on a point of the page. */
    double resolution() {
        double across = Math.hypot(placement.getScaleX(), placement.getShearY());
        return across == 0 ? 0 : image.getWidth() / across;
    }

    /** Whether its rows and columns lie along the page's. */
    boolean level() {
        double along = Math.max(Math.abs(placement.getScaleX()), Math.abs(placement.getShearX()));
        double slack = 0.001 * along;
        return (Math.abs(placement.getShearX()) < slack && Math.abs(placement.getShearY()) < slack)
                || (Math.abs(placement.getScaleX()) < slack && Math.abs(placement.getScaleY()) < slack);
    }
}
