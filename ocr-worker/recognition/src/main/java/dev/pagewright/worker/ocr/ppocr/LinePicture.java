package dev.pagewright.worker.ocr.ppocr;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A line of text cut out of the page and laid level at the height that the networks read.
 *
 * @param quad where it was cut, width along the text
 * @param width of the picture in pixels, at {@link #HEIGHT}
 */
record LinePicture(Quad quad, int width) {

    static final int HEIGHT = 48;

    /** Wider than any line of a page; a longer one is squeezed. */
    private static final int WIDEST = 3200;

    /** A region this much taller than wide is a line that runs from top to bottom. */
    private static final double VERTICAL = 1.5;

    static LinePicture of(Quad region) {
        Quad quad = region;
        if (region.height() >= VERTICAL * region.width()) {
            // cut as if turned by a quarter to the left: read from bottom to top; the classifier of half turns decides
            quad = region.quarterTurnLeft();
        }
        return forQuad(quad);
    }

    private static LinePicture forQuad(Quad quad) {
        int width = (int) Math.ceil(HEIGHT * quad.width() / Math.max(1, quad.height()));
        return new LinePicture(quad, Math.clamp(width, 8, WIDEST));
    }

    LinePicture upsideDown() {
        return new LinePicture(quad.upsideDown(), width);
    }

    /**
     * Writes the picture, normalised to -1..1, into one place of a batch; what lies to its right stays as it is.
     *
     * @param offset of the batch's place, in floats
     * @param pitch width of a row of the batch
     */
    void write(Pixels page, FloatBuffer target, int offset, int pitch) {
        // several samples a target pixel where the line shrinks, or thin strokes are lost
        int samples = Math.clamp(Math.round(quad.height() / HEIGHT), 1, 4);
        int plane = HEIGHT * pitch;
        float[] bgr = new float[3];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < width; column++) {
                area(page, row, column, samples, bgr);
                int at = offset + row * pitch + column;
                for (int channel = 0; channel < 3; channel++) {
                    target.put(at + channel * plane, bgr[channel] / 127.5f - 1);
                }
            }
        }
    }

    private void area(Pixels page, int row, int column, int samples, float[] bgr) {
        Arrays.fill(bgr, 0);
        for (int i = 0; i < samples; i++) {
            double across = (row + (i + 0.5) / samples) / HEIGHT;
            for (int j = 0; j < samples; j++) {
                double along = (column + (j + 0.5) / samples) / width;
                double x = quad.x(along, across) - 0.5;
                double y = quad.y(along, across) - 0.5;
                if (samples == 1) {
                    page.addCubic(x, y, bgr);
                } else {
                    page.addLinear(x, y, bgr);
                }
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            bgr[channel] /= samples * samples;
        }
    }
}
