package dev.pagewright.worker.ocr.ppocr;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A picture as bytes in the order blue, green, red: the order in which the networks were trained.
 *
 * @param bgr 3 bytes a pixel, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // a large buffer with one owner; never compared
record Pixels(byte[] bgr, int width, int height) {

    static Pixels of(BufferedImage image) {
        BufferedImage plain = image;
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            plain = draw(image, image.getWidth(), image.getHeight());
        }
        return new Pixels(
                ((DataBufferByte) plain.getRaster().getDataBuffer()).getData(), plain.getWidth(), plain.getHeight());
    }

    /** The picture at another size, bilinear; halved step by step where it shrinks much, so that no pixel is lost. */
    static Pixels scaled(BufferedImage image, int width, int height) {
        BufferedImage current = image;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = draw(current, Math.max(width, current.getWidth() / 2), Math.max(height, current.getHeight() / 2));
        }
        return of(draw(current, width, height));
    }

    private static BufferedImage draw(BufferedImage image, int width, int height) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, java.awt.Color.WHITE, null);
        graphics.dispose();
        return target;
    }

    /**
     * Writes the pixels as the networks take them: planes of blue, green, red, each value mapped to -1..1.
     *
     * @param plane distance between planes
     */
    void normaliseInto(java.nio.FloatBuffer target, int plane) {
        int count = width * height;
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < count; i++) {
                target.put(channel * plane + i, (bgr[3 * i + channel] & 0xff) / 127.5f - 1);
            }
        }
    }

    /** Adds the colour at a fractional place, bicubic (Catmull-Rom), edges repeated; 0 to 255 a channel. */
    void addCubic(double x, double y, float[] sum) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double blue = 0;
        double green = 0;
        double red = 0;
        for (int row = -1; row <= 2; row++) {
            int line = Math.clamp(y0 + row, 0, height - 1) * width;
            double down = weight(y0 + row - y);
            for (int column = -1; column <= 2; column++) {
                int at = 3 * (line + Math.clamp(x0 + column, 0, width - 1));
                double weight = down * weight(x0 + column - x);
                blue += weight * (bgr[at] & 0xff);
                green += weight * (bgr[at + 1] & 0xff);
                red += weight * (bgr[at + 2] & 0xff);
            }
        }
        sum[0] += (float) Math.clamp(blue, 0, 255);
        sum[1] += (float) Math.clamp(green, 0, 255);
        sum[2] += (float) Math.clamp(red, 0, 255);
    }

    /** Adds the colour at a fractional place, bilinear, edges repeated. */
    void addLinear(double x, double y, float[] sum) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        for (int row = 0; row <= 1; row++) {
            int line = Math.clamp(y0 + row, 0, height - 1) * width;
            double down = 1 - Math.abs(y0 + row - y);
            for (int column = 0; column <= 1; column++) {
                int at = 3 * (line + Math.clamp(x0 + column, 0, width - 1));
                float weight = (float) (down * (1 - Math.abs(x0 + column - x)));
                sum[0] += weight * (bgr[at] & 0xff);
                sum[1] += weight * (bgr[at + 1] & 0xff);
                sum[2] += weight * (bgr[at + 2] & 0xff);
            }
        }
    }

    private static double weight(double distance) {
        double d = Math.abs(distance);
        return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    }
}
