package dev.pagewright.worker.source.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Makes pictures smaller by the mean of what falls together, in samples of eight bits. */
public final class Thinned {

    private Thinned() {}

    /** @param step 1 or more: so many pixels each way become one; what is left at the far edges is dropped */
    public static BufferedImage by(int step, BufferedImage image) {
        if (step == 1) {
            return image;
        }
        int width = Math.max(1, image.getWidth() / step);
        int height = Math.max(1, image.getHeight() / step);
        int type = image.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_3BYTE_BGR;
        var thin = new BufferedImage(width, height, type);
        Raster from = image.getRaster();
        WritableRaster to = thin.getRaster();
        int bands = to.getNumBands();
        int across = Math.min(image.getWidth(), width * step);
        int[] samples = new int[across * bands];
        int[] sums = new int[width * bands];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(sums, 0);
            int rows = Math.min(step, image.getHeight() - y * step);
            for (int row = 0; row < rows; row++) {
                from.getPixels(0, y * step + row, across, 1, samples);
                for (int x = 0; x < across; x++) {
                    for (int band = 0; band < bands; band++) {
                        sums[Math.min(width - 1, x / step) * bands + band] += samples[x * bands + band];
                    }
                }
            }
            int columns = Math.min(step, across);
            for (int i = 0; i < sums.length; i++) {
                sums[i] /= rows * columns;
            }
            to.setPixels(0, y, width, 1, sums);
        }
        return thin;
    }
}
