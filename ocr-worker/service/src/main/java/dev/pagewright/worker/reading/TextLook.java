package dev.pagewright.worker.reading;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** Whether a picture may hold text: letters stand on an even ground, which photographs do not have. */
final class TextLook {

    private static final int LEVELS = 32;
    /** Share of pixels near the commonest brightness. */
    private static final double EVEN = 0.45;

    private static final double LEAST_INK = 0.004;
    private static final int CONTRAST = 70;

    private TextLook() {}

    /** @param image in about 100 pixels an inch, RGB */
    static boolean has(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int[] samples = new int[width * 3];
        int[] histogram = new int[LEVELS];
        long edges = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, samples);
            int before = grey(samples, 0);
            for (int x = 0; x < width; x++) {
                int grey = grey(samples, x);
                histogram[grey * LEVELS / 256]++;
                edges += Math.abs(grey - before) > CONTRAST ? 1 : 0;
                before = grey;
            }
        }
        int commonest = 0;
        for (int i = 0; i + 1 < LEVELS; i++) {
            commonest = Math.max(commonest, histogram[i] + histogram[i + 1]);
        }
        double pixels = (double) width * image.getHeight();
        return commonest > EVEN * pixels && edges > LEAST_INK * pixels;
    }

    private static int grey(int[] samples, int x) {
        return (77 * samples[3 * x] + 150 * samples[3 * x + 1] + 29 * samples[3 * x + 2]) >> 8;
    }
}
