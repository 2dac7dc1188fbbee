package dev.pagewright.worker.vision;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A page's picture as it goes to an endpoint: upright, no larger than is of use, JPEG in Base64. */
final class PicturePost {

    static final String MEDIA_TYPE = "image/jpeg";
    private static final float QUALITY = 0.9f;

    private PicturePost() {}

    /** @param turn degrees clockwise (0, 90, 180, 270) that make it upright */
    static String base64(BufferedImage image, int turn, int maxSide) {
        BufferedImage upright = upright(image, turn, maxSide);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(upright, null, null), options);
            out.flush();
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory alone is written to
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage image, int turn, int maxSide) {
        double scale = Math.min(1, (double) maxSide / Math.max(image.getWidth(), image.getHeight()));
        boolean lies = turn % 180 != 0;
        int width = (int) Math.max(1, Math.round(scale * (lies ? image.getHeight() : image.getWidth())));
        int height = (int) Math.max(1, Math.round(scale * (lies ? image.getWidth() : image.getHeight())));
        boolean gray =
                image.getRaster().getNumBands() == 1 && image.getColorModel().getNumColorComponents() == 1;
        var out = new BufferedImage(width, height, gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        try {
            graphics.setColor(Color.WHITE); // behind what is transparent
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            var map = new AffineTransform();
            map.translate(width / 2.0, height / 2.0);
            map.quadrantRotate(turn / 90);
            map.scale(scale, scale);
            map.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
            graphics.drawImage(image, map, null);
        } finally {
            graphics.dispose();
        }
        return out;
    }
}
