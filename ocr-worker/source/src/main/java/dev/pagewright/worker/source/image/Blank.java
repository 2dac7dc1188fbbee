package dev.pagewright.worker.source.image;

import java.awt.image.BufferedImage;

/** Whether there is nothing on a picture. Looks at each pixel once; a speck of dust is something. */
public final class Blank {

    private static final int CONTRAST = 24;

    private Blank() {}

    /** @param image eight bits a sample, grey or RGB */
    public static boolean is(BufferedImage image) {
        var raster = image.getRaster();
        int bands = raster.getNumBands();
        int width = image.getWidth();
        int[] samples = new int[width * bands];
        int[] least = new int[bands];
        int[] most = new int[bands];
        java.util.Arrays.fill(least, 255);
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, samples);
            for (int i = 0; i < samples.length; i++) {
                int band = i % bands;
                least[band] = Math.min(least[band], samples[i]);
                most[band] = Math.max(most[band], samples[i]);
                if (most[band] - least[band] > CONTRAST) {
                    return false;
                }
            }
        }
        return true;
    }
}
