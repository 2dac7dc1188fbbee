package dev.pagewright.worker.source.pdf;

import dev.pagewright.worker.page.memory.PageMemory;
import dev.pagewright.worker.source.PixelLimits;
import dev.pagewright.worker.source.UnreadablePageException;
import dev.pagewright.worker.source.image.OpaquePixels;
import dev.pagewright.worker.source.image.Thinned;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a page that is one scan, with the scan's own pixels: a rendering would blur them.
 *
 * @param pixelsPerPoint the scan's own
 */
record EmbeddedScan(PlacedPicture picture, double pixelsPerPoint) {

    /** Shares of the page's sides that a scan covers. */
    private static final double COVERED = 0.9;

    private static final double WHOLE_PAGE = 0.995;
    private static final double SQUARE = 0.03;
    private static final double LEAST_RESOLUTION = 50;
    private static final double POINTS_PER_INCH = 72;

    /** @return null where the page is more than one scan, or other than its pixels show it */
    static @Nullable EmbeddedScan of(List<PlacedPicture> pictures, PageGeometry geometry) {
        if (pictures.size() != 1) {
            return null;
        }
        PlacedPicture picture = pictures.getFirst();
        if (!picture.whole()
                || !picture.level()
                || picture.image().isStencil()
                || picture.box().width() < COVERED * geometry.width()
                || picture.box().height() < COVERED * geometry.height()) {
            return null;
        }
        AffineTransform place = picture.placement();
        boolean sideways = Math.abs(place.getShearX()) > Math.abs(place.getScaleX());
        double wide = sideways ? picture.image().getHeight() : picture.image().getWidth();
        double high = sideways ? picture.image().getWidth() : picture.image().getHeight();
        double across = wide / Math.abs(sideways ? place.getShearX() : place.getScaleX());
        double down = high / Math.abs(sideways ? place.getShearY() : place.getScaleY());
        boolean square = Math.abs(across - down) <= SQUARE * Math.max(across, down);
        return square && across * POINTS_PER_INCH >= LEAST_RESOLUTION ? new EmbeddedScan(picture, across) : null;
    }

    BufferedImage read(PageGeometry geometry, PixelLimits limits, PageMemory memory)
            throws IOException, UnreadablePageException {
        PDImage image = picture.image();
        int step = limits.step(image.getWidth(), image.getHeight());
        boolean bilevel = image.getBitsPerComponent() == 1;
        long bytes = memory.announce(PictureBytes.of(image));
        try {
            BufferedImage pixels = step > 1 && !bilevel
                    ? OpaquePixels.of(image.getImage(null, step))
                    : Thinned.by(step, OpaquePixels.of(image.getImage()));
            return upright(pixels, geometry);
        } finally {
            memory.withdraw(bytes);
        }
    }

    private BufferedImage upright(BufferedImage pixels, PageGeometry geometry) {
        AffineTransform place = picture.placement();
        boolean covers = Math.abs(place.getScaleX()) >= WHOLE_PAGE * geometry.width()
                && Math.abs(place.getScaleX()) <= geometry.width() / WHOLE_PAGE
                && Math.abs(place.getScaleY()) >= WHOLE_PAGE * geometry.height()
                && Math.abs(place.getScaleY()) <= geometry.height() / WHOLE_PAGE;
        if (covers && place.getScaleX() > 0 && place.getScaleY() < 0) {
            return pixels;
        }
        boolean sideways = Math.abs(place.getShearX()) > Math.abs(place.getScaleX());
        double side = Math.abs(sideways ? place.getShearX() : place.getScaleX());
        double scale = (sideways ? pixels.getHeight() : pixels.getWidth()) / side;
        var page = new BufferedImage(
                (int) Math.max(1, Math.round(geometry.width() * scale)),
                (int) Math.max(1, Math.round(geometry.height() * scale)),
                pixels.getType());
        var map = AffineTransform.getScaleInstance(scale, scale);
        map.concatenate(place);
        map.concatenate(new AffineTransform(1.0 / pixels.getWidth(), 0, 0, -1.0 / pixels.getHeight(), 0, 1));
        Graphics2D graphics = page.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
            graphics.drawImage(pixels, map, null);
        } finally {
            graphics.dispose();
        }
        return page;
    }
}
