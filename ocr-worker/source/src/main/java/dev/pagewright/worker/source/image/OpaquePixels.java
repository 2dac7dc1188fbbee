package dev.pagewright.worker.source.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Pictures as engines take them: eight bits a sample, grey or RGB, what is transparent is white (black, where all that
 * is not is white).
 */
public final class OpaquePixels {

    /** Rows that are converted at a time. */
    private static final int BAND = 64;

    private OpaquePixels() {}

    /** @return the image itself where it is one already */
    public static BufferedImage of(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB -> image;
            case BufferedImage.TYPE_BYTE_BINARY ->
                bilevel(image) ? drawn(image, BufferedImage.TYPE_BYTE_GRAY, Color.WHITE) : rgb(image);
            case BufferedImage.TYPE_USHORT_GRAY -> grey(image);
            default -> grey(image.getColorModel()) ? grey(image) : rgb(image);
        };
    }

    private static boolean grey(ColorModel model) {
        int bits = model.getComponentSize(0);
        return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && model.getNumColorComponents() == 1
                && (bits == 8 || bits == 16)
                && model.getTransferType() < java.awt.image.DataBuffer.TYPE_FLOAT;
    }

    private static boolean bilevel(BufferedImage image) {
        return image.getColorModel() instanceof java.awt.image.IndexColorModel palette
                && palette.getMapSize() == 2
                && plain(palette.getRGB(0))
                && plain(palette.getRGB(1));
    }

    private static boolean plain(int rgb) {
        return rgb == 0xff000000 || rgb == 0xffffffff;
    }

    private static BufferedImage rgb(BufferedImage image) {
        BufferedImage onWhite = drawn(image, BufferedImage.TYPE_INT_RGB, Color.WHITE);
        boolean lost = image.getColorModel().hasAlpha() && Blank.is(onWhite);
        return lost ? drawn(image, BufferedImage.TYPE_INT_RGB, Color.BLACK) : onWhite; // white letters on nothing
    }

    private static BufferedImage drawn(BufferedImage image, int type, Color ground) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = opaque.createGraphics();
        try {
            graphics.setColor(ground);
            graphics.fillRect(0, 0, opaque.getWidth(), opaque.getHeight());
            for (int y = 0;
                    y < image.getHeight();
                    y += BAND) { // Java2D copies what it has no loop for, four bytes a pixel
                int rows = Math.min(BAND, image.getHeight() - y);
                graphics.drawImage(image.getSubimage(0, y, image.getWidth(), rows), 0, y, null);
            }
        } finally {
            graphics.dispose();
        }
        return opaque;
    }

    /** By its samples: Java2D takes grey for linear light and would change it. */
    private static BufferedImage grey(BufferedImage image) {
        var grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Raster from = image.getRaster();
        WritableRaster to = grey.getRaster();
        int bands = from.getNumBands();
        int shift = image.getColorModel().getComponentSize(0) - 8;
        boolean alpha = bands == 2 && image.getColorModel().hasAlpha();
        int width = image.getWidth();
        int[] samples = new int[width * bands];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            from.getPixels(0, y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                int value = samples[x * bands] >>> shift;
                int opacity = alpha ? samples[x * bands + 1] >>> shift : 255;
                row[x] = (value * opacity + 255 * (255 - opacity)) / 255;
            }
            to.setPixels(0, y, width, 1, row);
        }
        return grey;
    }
}
