package dev.pagewright.export.pdf;

import dev.pagewright.export.image.ImageFrames;
import dev.pagewright.export.image.PixelBudget;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A frame as an image of a PDF at its own resolution, without loss; of one with more than {@link #LARGEST} pixels every
 * second or third counts. A large one is decoded and written some rows at a
 * time, in 8 bits a colour, transparency on white, so that no more than those rows are in memory.
 */
final class StripedImage {

    /** Decoded at once: a page of A4 at 400 dpi. */
    private static final long SMALL = 16L << 20;

    /**
     * A larger one is thinned: its reader decodes all rows above a part again, which makes the time grow with the square.
     * A page of A3 at 600 dpi has 70 million.
     */
    private static final long LARGEST = 72_000_000;

    /** PNG prediction, Up in each row (ISO 32000-1, 7.4.4.4; RFC 2083, 6.4): half the size for scans. */
    private static final int PREDICTOR = 15;

    private static final byte UP = 2;

    private StripedImage() {}

    static PDImageXObject of(PDDocument document, ImageFrames frames, int index) throws IOException {
        Dimension size = frames.size(index);
        long pixels = (long) size.width * size.height;
        long asColours = pixels * frames.bits(index) / Integer.SIZE;
        if (frames.whole() || asColours <= SMALL) {
            try (PixelBudget.Share share = PixelBudget.OF_HEAP.take(2 * Math.max(asColours, 1))) {
                assert share != null;
                return LosslessFactory.createFromImage(document, frames.read(index));
            }
        }
        return striped(document, frames, index, size);
    }

    private static PDImageXObject striped(PDDocument document, ImageFrames frames, int index, Dimension size)
            throws IOException {
        int step = (int) Math.ceil(Math.sqrt((double) size.width * size.height / LARGEST));
        var thinned = new Dimension(Math.ceilDiv(size.width, step), Math.ceilDiv(size.height, step));
        int rows = Math.clamp(SMALL / thinned.width, 1, thinned.height);
        var stream = new PDStream(document);
        COSStream data = stream.getCOSObject();
        boolean grey = false;
        try (OutputStream out = data.createOutputStream(COSName.FLATE_DECODE)) {
            byte[] above = new byte[0];
            for (int top = 0; top < thinned.height; top += rows) {
                try (PixelBudget.Share share = PixelBudget.OF_HEAP.take(2L * rows * thinned.width)) {
                    assert share != null;
                    BufferedImage stripe = frames.rows(index, top, rows, step);
                    grey = top == 0 ? stripe.getColorModel().getNumColorComponents() == 1 && opaque(stripe) : grey;
                    above = write(stripe, grey, above, out);
                }
            }
        }
        return described(stream, thinned, grey);
    }

    private static boolean opaque(BufferedImage image) {
        return !image.getColorModel().hasAlpha();
    }

    /** @return the last row */
    private static byte[] write(BufferedImage stripe, boolean grey, byte[] before, OutputStream out)
            throws IOException {
        int length = stripe.getWidth() * (grey ? 1 : 3);
        byte[] above = before.length == 0 ? new byte[length] : before;
        byte[] line = new byte[length + 1];
        line[0] = UP;
        // one row after another: a second picture of all rows would double what is in memory
        var row = new BufferedImage(
                stripe.getWidth(), 1, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < stripe.getHeight(); y++) {
            byte[] samples = samples(stripe, y, row, grey);
            for (int i = 0; i < length; i++) {
                line[i + 1] = (byte) (samples[i] - above[i]);
            }
            out.write(line);
            above = samples;
        }
        return above;
    }

    private static byte[] samples(BufferedImage stripe, int y, BufferedImage row, boolean grey) {
        if (grey && stripe.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return (byte[]) stripe.getRaster().getDataElements(0, y, stripe.getWidth(), 1, null);
        }
        Graphics2D graphics = row.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, row.getWidth(), 1);
        graphics.drawImage(stripe, 0, -y, null);
        graphics.dispose();
        byte[] drawn =
                ((DataBufferByte) row.getRaster().getDataBuffer()).getData().clone();
        if (!grey) {
            for (int i = 0; i < drawn.length; i += 3) {
                byte blue = drawn[i];
                drawn[i] = drawn[i + 2];
                drawn[i + 2] = blue;
            }
        }
        return drawn;
    }

    private static PDImageXObject described(PDStream stream, Dimension size, boolean grey) throws IOException {
        COSStream data = stream.getCOSObject();
        data.setItem(COSName.TYPE, COSName.XOBJECT);
        data.setItem(COSName.SUBTYPE, COSName.IMAGE);
        data.setInt(COSName.WIDTH, size.width);
        data.setInt(COSName.HEIGHT, size.height);
        data.setInt(COSName.BITS_PER_COMPONENT, Byte.SIZE);
        data.setItem(COSName.COLORSPACE, grey ? COSName.DEVICEGRAY : COSName.DEVICERGB);
        var prediction = new COSDictionary();
        prediction.setInt(COSName.PREDICTOR, PREDICTOR);
        prediction.setInt(COSName.COLORS, grey ? 1 : 3);
        prediction.setInt(COSName.BITS_PER_COMPONENT, Byte.SIZE);
        prediction.setInt(COSName.COLUMNS, size.width);
        data.setItem(COSName.DECODE_PARMS, prediction);
        return new PDImageXObject(stream, null);
    }
}
