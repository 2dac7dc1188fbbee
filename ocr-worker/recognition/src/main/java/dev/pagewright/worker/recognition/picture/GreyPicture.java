package dev.pagewright.worker.recognition.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;

/**
 * A grey picture, one byte a pixel, row by row, 0 black, 255 white.
 *
 * @param pixels exactly {@code width * height}; shared, not to be changed once the picture is made
 */
@SuppressWarnings("ArrayRecordComponent") // a large buffer; never compared
public record GreyPicture(byte[] pixels, int width, int height) {

    public GreyPicture {
        if (width < 1 || height < 1 || pixels.length != (long) width * height) {
            throw new IllegalArgumentException("%d bytes are no %d x %d".formatted(pixels.length, width, height));
        }
    }

    /** Transparent parts become white. */
    public static GreyPicture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] direct = direct(image);
        return new GreyPicture(direct != null ? direct : converted(image), width, height);
    }

    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** A copy of a part, which must lie in the picture. */
    public GreyPicture part(int left, int top, int partWidth, int partHeight) {
        byte[] part = new byte[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(pixels, (top + y) * width + left, part, y * partWidth, partWidth);
        }
        return new GreyPicture(part, partWidth, partHeight);
    }

    /** A copy with a margin of one brightness on all sides. */
    public GreyPicture framed(int margin, int brightness) {
        int framedWidth = width + 2 * margin;
        byte[] framed = new byte[framedWidth * (height + 2 * margin)];
        java.util.Arrays.fill(framed, (byte) brightness);
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, framed, (y + margin) * framedWidth + margin, width);
        }
        return new GreyPicture(framed, framedWidth, height + 2 * margin);
    }

    /** A view for those who want an image; shares the pixels. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(pixels, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, pixels.length);
        return image;
    }

    /** The image's own bytes, where it is grey already and lies in memory without gaps. */
    private static byte @org.jspecify.annotations.Nullable [] direct(BufferedImage image) {
        boolean plain = image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getRaster().getParent() == null
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getSize() == image.getWidth() * image.getHeight()
                && image.getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getScanlineStride() == image.getWidth();
        return plain ? ((DataBufferByte) image.getRaster().getDataBuffer()).getData() : null;
    }

    /** By brightness as it is stored (Rec. 601 luma), not as Java's grey colour space bends it. */
    private static byte[] converted(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getSize() == 3 * image.getWidth() * image.getHeight()) {
            return ofBytes(buffer.getData());
        }
        BufferedImage colours = image;
        if (image.getType() != BufferedImage.TYPE_INT_RGB || image.getRaster().getParent() != null) {
            colours = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = colours.createGraphics();
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
            graphics.dispose();
        }
        int width = image.getWidth();
        byte[] grey = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            colours.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                grey[y * width + x] = luma((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
            }
        }
        return grey;
    }

    /** @param bgr blue, green and red of each pixel in turn */
    private static byte[] ofBytes(byte[] bgr) {
        byte[] grey = new byte[bgr.length / 3];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = luma(bgr[3 * i + 2] & 0xff, bgr[3 * i + 1] & 0xff, bgr[3 * i] & 0xff);
        }
        return grey;
    }

    private static byte luma(int red, int green, int blue) {
        return (byte) ((299 * red + 587 * green + 114 * blue) / 1000);
    }
}
