package dev.pagewright.worker.source.image;

import dev.pagewright.document.Unit;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.image.GifCanvas;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.memory.HeapFullException;
import dev.pagewright.worker.page.memory.MemoryGate;
import dev.pagewright.worker.page.memory.PageMemory;
import dev.pagewright.worker.source.FilePicture;
import dev.pagewright.worker.source.Original;
import dev.pagewright.worker.source.PixelLimits;
import dev.pagewright.worker.source.Plugins;
import dev.pagewright.worker.source.UnreadablePageException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An image file; frames of a TIFF or GIF are pages. One frame is decoded at a time, its size known before. Not
 * thread-safe.
 */
public final class ImageOriginal implements Original {

    /** Bytes of a decoded picture up to which it is decoded whole and then thinned, which keeps thin strokes. */
    private static final long DECODED_WHOLE = 180_000_000;

    /** The picture and its opaque copy are there at the same time. */
    private static final int DECODED_AND_OPAQUE = 2;

    /** A tree of what a picture says of itself takes so many times what was allocated to read it. */
    private static final int TREE = 4;

    private final Path file;
    private final List<ImageReader> readers;
    private final String mediaType;
    private final PixelLimits limits;
    private final MemoryGate gate;
    private @Nullable GifCanvas canvas;

    private ImageOriginal(
            Path file, List<ImageReader> readers, String mediaType, PixelLimits limits, PageMemory memory) {
        this.file = file;
        this.readers = readers;
        this.mediaType = mediaType;
        this.limits = limits;
        this.gate = new MemoryGate(memory);
    }

    /**
     * @param memory of the page that it is opened for
     * @throws UnreadablePageException where no decoder knows the file
     */
    public static ImageOriginal open(Path file, String mediaType, PixelLimits limits, PageMemory memory)
            throws IOException, UnreadablePageException {
        Plugins.require();
        List<ImageReader> readers = new ArrayList<>();
        try (ImageInputStream stream = stream(file)) {
            ImageIO.getImageReaders(stream).forEachRemaining(readers::add);
        }
        if (readers.isEmpty()) {
            throw new UnreadablePageException(PageErrorCode.PAGE_CORRUPT);
        }
        return new ImageOriginal(file, readers, mediaType, limits, memory);
    }

    private static ImageInputStream stream(Path file) throws IOException {
        ImageInputStream stream = ImageIO.createImageInputStream(file.toFile());
        if (stream == null) {
            throw new IOException("no stream for a readable file");
        }
        return stream;
    }

    @Override
    public void begin(PageMemory memory) {
        gate.begin(memory);
    }

    /** @param number 1-based */
    public FilePicture page(int number) throws UnreadablePageException {
        int frame = several() ? number - 1 : 0;
        Exception reason = null;
        for (ImageReader reader : readers) {
            try {
                return page(reader, frame);
            } catch (HeapFullException e) {
                throw e;
            } catch (IOException | RuntimeException e) { // decoders throw what they like at a damaged file
                gate.memory().require();
                reason = reason == null ? e : reason;
            }
        }
        throw new UnreadablePageException(
                unsupported(reason) ? PageErrorCode.PAGE_UNSUPPORTED : PageErrorCode.PAGE_CORRUPT,
                reason == null ? new IOException("no decoder") : reason);
    }

    private boolean several() {
        return mediaType.equals("image/tiff") || mediaType.equals("image/gif");
    }

    private static boolean unsupported(@Nullable Exception reason) {
        String message = reason == null ? "" : String.valueOf(reason.getMessage());
        return reason instanceof UnsupportedOperationException
                || message.startsWith("Unsupported")
                || message.startsWith("Unknown TIFF Compression");
    }

    private FilePicture page(ImageReader reader, int frame) throws IOException, UnreadablePageException {
        if (reader.getInput() == null) {
            reader.setInput(new GatedInput(stream(file), gate), false, false);
        }
        try {
            return read(reader, frame);
        } finally {
            if (!several()) {
                closeInput(reader); // decoders of single pictures keep what they read
            }
        }
    }

    private FilePicture read(ImageReader reader, int frame) throws IOException, UnreadablePageException {
        double told = resolution(reader, frame);
        Frame read = mediaType.equals("image/gif") ? gif(reader, frame) : frame(reader, frame);
        Orientation orientation = orientation(frame);
        BufferedImage seen = orientation.apply(OpaquePixels.of(read.image()));
        double width = orientation.sideways() ? read.height() : read.width();
        double height = orientation.sideways() ? read.width() : read.height();
        double resolution = told * seen.getWidth() / width;
        gate.memory().require();
        return new FilePicture(
                new PagePicture(seen, width, height, resolution),
                Unit.PX,
                orientation.degrees(),
                orientation.toStored(read.width(), read.height()));
    }

    /** A picture and how many pixels it has in the file. */
    private record Frame(BufferedImage image, int width, int height) {}

    private Frame gif(ImageReader reader, int frame) throws IOException, UnreadablePageException {
        GifCanvas frames = canvas;
        if (frames == null) {
            frames = new GifCanvas(reader);
            canvas = frames;
        }
        Rectangle size = frames.size();
        int step = limits.step(size.width, size.height);
        return new Frame(Thinned.by(step, OpaquePixels.of(frames.read(frame))), size.width, size.height);
    }

    private Frame frame(ImageReader reader, int frame) throws IOException, UnreadablePageException {
        int width = reader.getWidth(frame);
        int height = reader.getHeight(frame);
        int step = limits.step(width, height);
        long whole = bytes(reader, frame, width, height);
        if (step > 1 && whole > DECODED_WHOLE) {
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            return new Frame(reader.read(frame, parameters), width, height);
        }
        long announced = gate.memory().announce(DECODED_AND_OPAQUE * whole);
        try {
            return new Frame(Thinned.by(step, OpaquePixels.of(reader.read(frame))), width, height);
        } finally {
            gate.memory().withdraw(announced);
        }
    }

    private static long bytes(ImageReader reader, int frame, long width, long height) throws IOException {
        var type = reader.getRawImageType(frame);
        int bits = type == null ? 32 : type.getColorModel().getPixelSize();
        return width * height * Math.max(bits, 8) / 8; // at least what the opaque copy takes
    }

    private Orientation orientation(int frame) throws IOException {
        try (ImageInputStream stream = stream(file)) {
            return mediaType.equals("image/tiff") ? TiffOrientation.of(stream, frame) : ExifOrientation.of(stream);
        }
    }

    /** Before its pixels: what a file says of itself is a list at first and then a tree, and may be all of the file. */
    private double resolution(ImageReader reader, int frame) throws IOException {
        PageMemory memory = gate.memory();
        long before = memory.allocated();
        long announced = 0;
        try {
            IIOMetadata metadata = reader.getImageMetadata(frame);
            announced = memory.announce(TREE * (memory.allocated() - before));
            return Resolution.of(metadata, reader.getWidth(frame), reader.getHeight(frame));
        } catch (IOException | RuntimeException e) {
            memory.require();
            closeInput(reader);
            reader.setInput(new GatedInput(stream(file), gate), false, false);
            return 0; // the picture may be sound where what it says of itself is not
        } finally {
            memory.withdraw(announced);
        }
    }

    @Override
    public void close() throws IOException {
        for (ImageReader reader : readers) {
            closeInput(reader);
            reader.dispose();
        }
    }

    private static void closeInput(ImageReader reader) throws IOException {
        if (reader.getInput() instanceof ImageInputStream stream) {
            reader.setInput(null);
            stream.close();
        }
    }
}
