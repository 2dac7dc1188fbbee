package dev.pagewright.export.image;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.image.GifCanvas;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
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
        try {
            if (canvas != null) {
                return screen(canvas, index);
            }
            int step = Math.max(1, reader.getWidth(index) / Math.max(1, width) / 2);
            long pixels = (long) reader.getWidth(index) * reader.getHeight(index) / step / step;
            require(pixels);
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(index, parameters);
        } catch (IIOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            ExportRefusedException refused = undecodable();
            refused.initCause(e);
            throw refused;
        }
    }

    private static BufferedImage screen(GifCanvas canvas, int index) throws IOException {
        Rectangle size = canvas.size();
        require((long) size.width * size.height);
        return canvas.read(index);
    }

    private static void require(long pixels) throws ExportRefusedException {
        if (pixels > MAX_PIXELS) {
            throw undecodable();
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
