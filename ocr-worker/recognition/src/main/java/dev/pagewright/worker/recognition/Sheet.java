package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import dev.pagewright.worker.recognition.picture.Resampling;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;

/**
 * A page's picture as it is read: bounded in size, upright, its lines level.
 *
 * @param image in colours, as far as the original is; never changed
 * @param turn quarter turns clockwise that made it upright
 * @param skew degrees clockwise by which its lines slanted
 * @param back from the sheet's pixels to the upright page, in the page's unit
 * @param width of the upright page, in its unit
 */
record Sheet(
        BufferedImage image,
        GreyPicture grey,
        int turn,
        double skew,
        AffineTransform back,
        double width,
        double height) {

    /** Longest side that Tesseract takes. */
    private static final int LONGEST = 32_000;

    private static final double MOST_PIXELS = 50e6;

    static Sheet of(PagePicture picture) {
        BufferedImage image = picture.image();
        double pixels = (double) image.getWidth() * image.getHeight();
        double scale = Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        scale = Math.min(scale, Math.sqrt(MOST_PIXELS / pixels));
        if (scale < 1) {
            image = Resampling.mapped(
                    image,
                    AffineTransform.getScaleInstance(scale, scale),
                    Math.max(1, (int) (image.getWidth() * scale)),
                    Math.max(1, (int) (image.getHeight() * scale)),
                    Color.WHITE);
        }
        return upright(image, 0, picture.width(), picture.height());
    }

    private static Sheet upright(BufferedImage image, int turn, double width, double height) {
        var back = AffineTransform.getScaleInstance(width / image.getWidth(), height / image.getHeight());
        return new Sheet(image, GreyPicture.of(image), turn, 0, back, width, height);
    }

    /** Turned clockwise by quarters; only for a sheet that is not levelled yet. */
    Sheet turned(int quarters) {
        boolean swap = quarters % 2 == 1;
        return upright(
                Resampling.turned(image, quarters),
                (turn + quarters) % 4,
                swap ? height : width,
                swap ? width : height);
    }

    /** Turned back by the slant of its lines, on paper large enough to hold all of it. */
    Sheet levelled(double degrees, int paper) {
        double radians = Math.toRadians(-degrees);
        double cos = Math.abs(Math.cos(radians));
        double sin = Math.abs(Math.sin(radians));
        int w = (int) Math.ceil(image.getWidth() * cos + image.getHeight() * sin);
        int h = (int) Math.ceil(image.getWidth() * sin + image.getHeight() * cos);
        AffineTransform map = AffineTransform.getTranslateInstance(w / 2.0, h / 2.0);
        map.rotate(radians);
        map.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        BufferedImage level = Resampling.mapped(image, map, w, h, new Color(paper, paper, paper));
        AffineTransform newBack = new AffineTransform(back);
        try {
            newBack.concatenate(map.createInverse());
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("a rotation can be undone", e);
        }
        return new Sheet(level, GreyPicture.of(level), turn, degrees, newBack, width, height);
    }

    /** A copy of a part of the image. */
    BufferedImage part(Area area) {
        return Resampling.mapped(
                image,
                AffineTransform.getTranslateInstance(-area.left(), -area.top()),
                area.width(),
                area.height(),
                Color.WHITE);
    }

    boolean level() {
        return skew == 0;
    }

    /** Hull of the box's place on the upright page, cut to the page. */
    BoundingBox toPage(BoundingBox box) {
        double[] corners = {
            box.left(), box.top(), box.right(), box.top(), box.left(), box.bottom(), box.right(), box.bottom()
        };
        back.transform(corners, 0, corners, 0, 4);
        double left = Math.min(Math.min(corners[0], corners[2]), Math.min(corners[4], corners[6]));
        double right = Math.max(Math.max(corners[0], corners[2]), Math.max(corners[4], corners[6]));
        double top = Math.min(Math.min(corners[1], corners[3]), Math.min(corners[5], corners[7]));
        double bottom = Math.max(Math.max(corners[1], corners[3]), Math.max(corners[5], corners[7]));
        return new BoundingBox(left, top, right, bottom).clip(width, height);
    }

    /** Page units a pixel. */
    double unitsPerPixel() {
        return Math.sqrt(Math.abs(back.getDeterminant()));
    }
}
