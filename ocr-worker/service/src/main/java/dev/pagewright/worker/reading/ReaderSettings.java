package dev.pagewright.worker.reading;

import dev.pagewright.worker.source.PixelLimits;
import dev.pagewright.worker.vision.VisionSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page reader is made of; it can be told to another process.
 *
 * @param limits how large a page may be
 * @param openOriginals files that stay open between two pages of them
 * @param scratch for native libraries and bundled models, unpacked once; kept between runs
 * @param models with PP-OCR models, null for the bundled ones
 * @param tessdata directories with Tesseract's language data before the system's, the first one wins
 * @param vision the endpoint for the tier {@code vlm}, null where none is configured
 */
public record ReaderSettings(
        PixelLimits limits,
        int openOriginals,
        Path scratch,
        @Nullable Path models,
        List<Path> tessdata,
        @Nullable VisionSettings vision) {

    private static final int OPEN_ORIGINALS = 6;

    public ReaderSettings {
        tessdata = List.copyOf(tessdata);
    }

    public static ReaderSettings of(Path scratch, @Nullable Path models, List<Path> tessdata) {
        return new ReaderSettings(PixelLimits.DEFAULT, OPEN_ORIGINALS, scratch, models, tessdata, null);
    }

    /** The same with a vision endpoint. */
    public ReaderSettings with(@Nullable VisionSettings endpoint) {
        return new ReaderSettings(limits, openOriginals, scratch, models, tessdata, endpoint);
    }
}
