package dev.pagewright.worker.source.pdf;

import dev.pagewright.document.PageTransform;
import dev.pagewright.worker.source.Turned;
import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Where a PDF page lies: its crop box, turned by {@code /Rotate}, in points of 1/72 inch (ISO 32000-1, 14.11.2 and
 * table 30).
 *
 * @param width of the upright page, in points
 * @param height of the upright page, in points
 * @param rotation degrees clockwise
 * @param userUnit points in a unit of user space
 * @param toUserSpace from the upright page to PDF user space
 * @param toUpright the way back
 */
record PageGeometry(
        double width,
        double height,
        int rotation,
        double userUnit,
        PageTransform toUserSpace,
        AffineTransform toUpright) {

    static PageGeometry of(PDPage page) {
        PDRectangle box = page.getCropBox();
        if (!(box.getWidth() > 0) || !(box.getHeight() > 0)) {
            box = page.getMediaBox();
        }
        if (!(box.getWidth() > 0) || !(box.getHeight() > 0)) {
            box = PDRectangle.LETTER; // what readers show of a page without a size
        }
        double unit = page.getUserUnit();
        int rotation = page.getRotation();
        double width = box.getWidth() * unit;
        double height = box.getHeight() * unit;
        var stored = new PageTransform(1 / unit, 0, 0, -1 / unit, box.getLowerLeftX(), box.getUpperRightY());
        PageTransform toUserSpace = Turned.by(stored, width, height, rotation);
        boolean sideways = rotation % 180 != 0;
        return new PageGeometry(
                sideways ? height : width,
                sideways ? width : height,
                rotation,
                unit,
                toUserSpace,
                inverse(toUserSpace));
    }

    private static AffineTransform inverse(PageTransform map) {
        var transform = new AffineTransform(map.a(), map.b(), map.c(), map.d(), map.e(), map.f());
        try {
            return transform.createInverse();
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new IllegalStateException("a quarter turn has an inverse", e);
        }
    }
}
