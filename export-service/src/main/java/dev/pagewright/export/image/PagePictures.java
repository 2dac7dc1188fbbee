package dev.pagewright.export.image;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.pdf.PageTree;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Draws a page as its words' boxes see it: upright, in a given width. */
public final class PagePictures {

    /** Four times as high as wide is drawn whole; a strip beyond is bounded by its height. */
    private static final int MAX_PROPORTION = 4;

    /** A page of A3 in the greatest width has 13 million. */
    private static final double MAX_PIXELS = 20e6;

    private static final Logger LOG = Logger.getLogger(PagePictures.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private PagePictures() {}

    /** @param page null where it could not be read: then it is drawn as it is stored */
    public static BufferedImage ofPdf(Path file, @Nullable String password, int number, @Nullable Page page, int width)
            throws IOException {
        return ofPdf(file, password, number, page, width, LONGEST);
    }

    static BufferedImage ofPdf(
            Path file, @Nullable String password, int number, @Nullable Page page, int width, Duration time)
            throws IOException {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), password == null ? "" : password, null, null, Scratch.beside(file))) {
            if (number > PageTree.mend(document)) {
                throw new ExportRefusedException(ErrorCode.NOT_FOUND, "There is no such page.");
            }
            var target = document.getPage(number - 1);
            // the renderer applies /Rotate; what was turned beyond it, is turned here
            int turn = page == null ? 0 : Math.floorMod(page.rotation() - target.getRotation(), 360);
            boolean sideways = (turn + target.getRotation()) % 180 != 0;
            var box = target.getCropBox();
            double wide = sideways ? box.getHeight() : box.getWidth();
            double high = sideways ? box.getWidth() : box.getHeight();
            double scale = scale(wide, high, width);
            try (PixelBudget.Share share = PixelBudget.OF_HEAP.take(2L * size(wide, scale) * size(high, scale))) {
                LOG.tracef("page %d is drawn, %s", number, share);
                BufferedImage drawn =
                        new BoundedRenderer(document, time).renderImage(number - 1, (float) scale, ImageType.RGB);
                return turn == 0 ? drawn : turned(drawn, turn);
            }
        } catch (BoundedRenderer.Late e) {
            throw e.refused();
        }
    }

    static BufferedImage ofImage(Path file, int number, @Nullable Page page, int width) throws IOException {
        try (ImageFrames frames = ImageFrames.open(file);
                PixelBudget.Share share = PixelBudget.OF_HEAP.take(frames.pixels(number - 1, width))) {
            LOG.tracef("page %d is drawn, %s", number, share);
            BufferedImage stored = frames.read(number - 1, width);
            if (page == null) {
                double scale = scale(stored.getWidth(), stored.getHeight(), width);
                return draw(
                        stored,
                        AffineTransform.getScaleInstance(scale, scale),
                        size(stored.getWidth(), scale),
                        size(stored.getHeight(), scale));
            }
            double scale = scale(page.width(), page.height(), width);
            return draw(stored, toPicture(stored, page, scale), size(page.width(), scale), size(page.height(), scale));
        }
    }

    /** From the decoded (perhaps thinned) frame to the upright picture. */
    private static AffineTransform toPicture(BufferedImage stored, Page page, double scale) throws IOException {
        PageTransform map = page.toOriginal();
        var toOriginal = new AffineTransform(map.a(), map.b(), map.c(), map.d(), map.e(), map.f());
        try {
            var picture = AffineTransform.getScaleInstance(scale, scale);
            picture.concatenate(toOriginal.createInverse());
            boolean sideways = Math.abs(map.b()) > Math.abs(map.a());
            double originalWidth = sideways ? page.height() : page.width();
            double thinned = originalWidth / stored.getWidth();
            picture.scale(thinned, thinned);
            return picture;
        } catch (NoninvertibleTransformException e) {
            throw new IOException("the page's map has no inverse", e);
        }
    }

    private static double scale(double wide, double high, int width) {
        double whole = Math.min(width / Math.max(1, wide), width * (double) MAX_PROPORTION / Math.max(1, high));
        return Math.min(whole, Math.sqrt(MAX_PIXELS / Math.max(1, wide) / Math.max(1, high)));
    }

    private static int size(double length, double scale) {
        return (int) Math.max(1, Math.round(length * scale));
    }

    private static BufferedImage turned(BufferedImage image, int degrees) {
        boolean sideways = degrees % 180 != 0;
        int width = sideways ? image.getHeight() : image.getWidth();
        int height = sideways ? image.getWidth() : image.getHeight();
        var turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.rotate(Math.toRadians(degrees));
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        return draw(image, turn, width, height);
    }

    /** The picture in a lesser width, halved as often as that is more: each pixel of the wider one counts. */
    static BufferedImage narrowed(BufferedImage picture, int width) {
        BufferedImage wide = picture;
        while (wide.getWidth() >= 2 * width) {
            wide = scaled(wide, Math.ceilDiv(wide.getWidth(), 2));
        }
        return wide.getWidth() == width ? wide : scaled(wide, width);
    }

    private static BufferedImage scaled(BufferedImage picture, int width) {
        double scale = width / (double) picture.getWidth();
        return draw(picture, AffineTransform.getScaleInstance(scale, scale), width, size(picture.getHeight(), scale));
    }

    private static BufferedImage draw(BufferedImage image, AffineTransform map, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, map, null);
        } finally {
            graphics.dispose();
        }
        return picture;
    }
}
