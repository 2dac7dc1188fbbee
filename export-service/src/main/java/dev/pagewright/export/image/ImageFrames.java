package dev.pagewright.export.image;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.image.GifCanvas;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The frames of an uploaded image, one decoded at a time. Not thread-safe. */
public final class ImageFrames implements Closeable {

    /** Taken where an image does not tell its own, in pixels an inch. */
    private static final double USUAL_RESOLUTION = 200;

    private static final double LEAST_RESOLUTION = 36;
    private static final double GREATEST_RESOLUTION = 4800;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    /** A page of more pixels is not read either. */
    private static final long MAX_PIXELS = 200_000_000;
    /** A frame that is thinned to a width is thinned to these pixels too: enough for any picture of it. */
    private static final double MAX_THINNED = 16e6;

    private final ImageInputStream stream;
    private final ImageReader reader;
    private final @Nullable GifCanvas canvas;

    private ImageFrames(ImageInputStream stream, ImageReader reader) {
        this.stream = stream;
        this.reader = reader;
        this.canvas = gif(reader) ? new GifCanvas(reader) : null;
    }

    /** @throws ExportRefusedException {@code corrupt_file} where it is no image that can be decoded */
    public static ImageFrames open(Path file) throws IOException {
        ImageInputStream stream = ImageIO.createImageInputStream(file.toFile());
        if (stream == null) {
            throw undecodable();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            stream.close();
            throw undecodable();
        }
        ImageReader reader = readers.next();
        reader.addIIOReadProgressListener(new Interrupted());
        reader.setInput(stream, false, false);
        return new ImageFrames(stream, reader);
    }

    private static boolean gif(ImageReader reader) {
        var provider = reader.getOriginatingProvider();
        return provider != null && List.of(provider.getFormatNames()).contains("gif");
    }

    /**
     * A frame as it is seen: of a GIF the screen, which the next call draws over.
     *
     * @param index 0-based
     */
    public BufferedImage read(int index) throws IOException {
        return read(index, Integer.MAX_VALUE);
    }

    /** @param width a bound: a frame much wider is decoded with every n-th pixel alone */
    public BufferedImage read(int index, int width) throws IOException {
        return decode(index, decoded -> {
            int step = step(index, width);
            var parameters = decoded.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            return decoded.read(index, parameters);
        });
    }

    /**
     * Some rows of a frame, of which every {@code step}-th row and pixel counts.
     *
     * @param top of those that count, 0-based
     * @param rows of those that count; as many as there are at most
     */
    public BufferedImage rows(int index, int top, int rows, int step) throws IOException {
        return decode(index, decoded -> {
            var parameters = decoded.getDefaultReadParam();
            int height = Math.min(rows * step, decoded.getHeight(index) - top * step);
            parameters.setSourceRegion(new Rectangle(0, top * step, decoded.getWidth(index), height));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return decoded.read(index, parameters);
        });
    }

    /** In pixels, as it is stored. */
    public Dimension size(int index) throws IOException {
        if (canvas != null) {
            return canvas.size().getSize();
        }
        return new Dimension(reader.getWidth(index), reader.getHeight(index));
    }

    /** Bits of a pixel once it is decoded. */
    public int bits(int index) throws IOException {
        ImageTypeSpecifier type = canvas == null ? reader.getRawImageType(index) : null;
        return type == null ? Integer.SIZE : type.getColorModel().getPixelSize();
    }

    /** Whether its reader decodes all of a frame for any part of it. */
    public boolean whole() {
        return canvas != null || isA("webp");
    }

    /**
     * Pixels that a {@link #read(int, int)} holds at once: those it gives, and those that its reader has on the way. A
     * JPEG's reader may hold a whole progressive frame.
     */
    long pixels(int index, int width) throws IOException {
        Dimension size = size(index);
        long pixels = (long) size.width * size.height;
        int step = whole() || isA("jpeg") ? 1 : step(index, width);
        return pixels / step / step;
    }

    private int step(int index, int width) throws IOException {
        Dimension size = size(index);
        long pixels = (long) size.width * size.height;
        int byWidth = size.width / Math.max(1, width) / 2;
        int byPixels = width == Integer.MAX_VALUE ? 1 : (int) Math.ceil(Math.sqrt(pixels / MAX_THINNED));
        return Math.max(1, Math.max(byWidth, byPixels));
    }

    private boolean isA(String format) {
        var provider = reader.getOriginatingProvider();
        return provider != null && List.of(provider.getFormatNames()).contains(format);
    }

    @FunctionalInterface
    private interface Decoding {
        BufferedImage of(ImageReader reader) throws IOException;
    }

    private BufferedImage decode(int index, Decoding decoding) throws IOException {
        try {
            Dimension size = size(index);
            long pixels = (long) size.width * size.height;
            if (pixels > MAX_PIXELS || (whole() && !PixelBudget.OF_HEAP.holds(pixels))) {
                throw new ExportRefusedException(
                        ErrorCode.FILE_TOO_LARGE,
                        "The uploaded image has %d by %d pixels, more than can be drawn here; its text can be downloaded, or send it with fewer."
                                .formatted(size.width, size.height));
            }
            BufferedImage frame = canvas == null ? decoding.of(reader) : canvas.read(index);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("stopped while an image was decoded");
            }
            return frame;
        } catch (IIOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            ExportRefusedException refused = undecodable();
            refused.initCause(e);
            throw refused;
        }
    }

    /** Pixels an inch, as the frame tells it or as is usual. */
    public double resolution(int index) throws IOException {
        try {
            return resolution(reader.getImageMetadata(index));
        } catch (IIOException | IndexOutOfBoundsException e) {
            return USUAL_RESOLUTION; // the picture may be sound where its metadata are not
        }
    }

    private static double resolution(IIOMetadata metadata) {
        if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
            return USUAL_RESOLUTION;
        }
        var root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        NodeList sizes = root.getElementsByTagName("HorizontalPixelSize");
        if (sizes.getLength() == 0) {
            return USUAL_RESOLUTION;
        }
        double millimetres = Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
        double resolution = MILLIMETRES_PER_INCH / millimetres;
        return resolution >= LEAST_RESOLUTION && resolution <= GREATEST_RESOLUTION ? resolution : USUAL_RESOLUTION;
    }

    private static ExportRefusedException undecodable() {
        return new ExportRefusedException(ErrorCode.CORRUPT_FILE, "The uploaded image cannot be decoded.");
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
