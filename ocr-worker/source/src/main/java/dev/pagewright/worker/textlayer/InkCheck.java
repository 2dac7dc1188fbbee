package dev.pagewright.worker.textlayer;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** Whether something is seen where a text layer says that there are words, and whether more is seen elsewhere. */
final class InkCheck {

    private static final int CONTRAST = 40;

    private final Raster sketch;
    private final double scale;

    /** @param sketch of the page, grey */
    InkCheck(BufferedImage sketch, double pageWidth) {
        this.sketch = sketch.getRaster();
        this.scale = sketch.getWidth() / pageWidth;
    }

    /** Whether anything stands out in the line's box. */
    boolean seen(Line line) {
        BoundingBox box = line.box();
        int left = at(box.left(), sketch.getWidth());
        int right = Math.max(left + 1, at(box.right(), sketch.getWidth()));
        int top = at(box.top(), sketch.getHeight());
        int bottom = Math.max(top + 1, at(box.bottom(), sketch.getHeight()));
        int darkest = 255;
        int brightest = 0;
        for (int y = top; y < Math.min(bottom, sketch.getHeight()); y++) {
            for (int x = left; x < Math.min(right, sketch.getWidth()); x++) {
                int value = sketch.getSample(x, y, 0);
                darkest = Math.min(darkest, value);
                brightest = Math.max(brightest, value);
            }
        }
        return brightest - darkest >= CONTRAST;
    }

    private int at(double coordinate, int length) {
        return (int) Math.clamp(coordinate * scale, 0, length - 1);
    }

    /** Share of what is dark that lies outside of the lines' boxes; 0 where little is dark. */
    double elsewhere(Iterable<Line> lines) {
        int width = sketch.getWidth();
        int height = sketch.getHeight();
        boolean[] inside = new boolean[width * height];
        for (Line line : lines) {
            BoundingBox box = line.box();
            for (int y = at(box.top() - 1, height); y <= at(box.bottom() + 1, height); y++) {
                for (int x = at(box.left() - 1, width); x <= at(box.right() + 1, width); x++) {
                    inside[y * width + x] = true;
                }
            }
        }
        long dark = 0;
        long outside = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int ink = Math.max(0, 255 - CONTRAST - sketch.getSample(x, y, 0));
                dark += ink;
                outside += inside[y * width + x] ? 0 : ink;
            }
        }
        return dark == 0 ? 0 : (double) outside / dark;
    }
}
