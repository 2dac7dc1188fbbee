package dev.pagewright.worker.recognition.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** The same picture at another size or turn. */
public final class Resampling {

    private Resampling() {}

    /** A copy whose pixels are means of {@code factor x factor} pixels; what is left over at the edges is dropped. */
    public static GreyPicture reduced(GreyPicture picture, int factor) {
        if (factor <= 1) {
            return picture;
        }
        int width = Math.max(1, picture.width() / factor);
        int height = Math.max(1, picture.height() / factor);
        byte[] pixels = new byte[width * height];
        int[] sums = new int[width];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(sums, 0);
            int rows = Math.min(factor, picture.height() - y * factor);
            int columns = Math.min(factor, picture.width());
            for (int row = 0; row < rows; row++) {
                int at = (y * factor + row) * picture.width();
                for (int x = 0; x < width; x++) {
                    int sum = 0;
                    for (int i = 0; i < columns; i++) {
                        sum += picture.pixels()[at++] & 0xff;
                    }
                    sums[x] += sum;
                }
            }
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) (sums[x] / (rows * columns));
            }
        }
        return new GreyPicture(pixels, width, height);
    }

    /** Bicubic; for factors of about 0.5 and more. */
    public static GreyPicture scaled(GreyPicture picture, double factor) {
        int width = Math.max(1, (int) Math.round(picture.width() * factor));
        int height = Math.max(1, (int) Math.round(picture.height() * factor));
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture.toImage(), 0, 0, width, height, null);
        graphics.dispose();
        return GreyPicture.of(target);
    }

    /** Clockwise by quarters of a turn, 0 to 3; nothing is lost. */
    public static BufferedImage turned(BufferedImage image, int quarters) {
        if (quarters == 0) {
            return image;
        }
        boolean swap = quarters % 2 == 1;
        BufferedImage target = new BufferedImage(
                swap ? image.getHeight() : image.getWidth(),
                swap ? image.getWidth() : image.getHeight(),
                plainType(image));
        AffineTransform turn = AffineTransform.getTranslateInstance(target.getWidth() / 2.0, target.getHeight() / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        Graphics2D graphics = target.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return target;
    }

    /**
     * Drawn through a map onto a sheet of the given size, bilinear.
     *
     * @param around what is to be seen where the picture does not reach
     */
    public static BufferedImage mapped(BufferedImage image, AffineTransform map, int width, int height, Color around) {
        BufferedImage target = new BufferedImage(width, height, plainType(image));
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(around);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(image, map, null);
        graphics.dispose();
        return target;
    }

    private static int plainType(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_3BYTE_BGR;
    }
}
