package dev.pagewright.gateway.inspection;

import dev.pagewright.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture: its header alone is read, no pixel decoded. */
final class ImageInspection {

    /** What a worker can decode; a picture of one page that declares more need not be queued. */
    private static final long MOST_PIXELS = 400_000_000L;

    private ImageInspection() {}

    static void prepare() {
        ImageIO.scanForPlugins();
        ImageIO.setUseCache(false);
    }

    @SuppressWarnings("CatchingUnchecked") // readers throw what they like at a damaged file
    static Inspection look(Path file, MediaType type) {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Inspection.corrupt();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return look(reader, type);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Inspection.corrupt();
        }
    }

    private static Inspection look(ImageReader reader, MediaType type) throws IOException {
        int pages = type == MediaType.TIFF || type == MediaType.GIF ? reader.getNumImages(true) : 1;
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pages < 1 || pixels < 1) {
            return Inspection.corrupt();
        }
        if (pages == 1 && pixels > MOST_PIXELS) {
            return new Inspection.Refused(
                    ErrorCode.FILE_TOO_LARGE,
                    "The picture declares more pixels than can be read; send it at a lower resolution.");
        }
        return new Inspection.Accepted(type, pages);
    }
}
