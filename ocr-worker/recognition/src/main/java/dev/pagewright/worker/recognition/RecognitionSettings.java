package dev.pagewright.worker.recognition;

import dev.pagewright.worker.ocr.tesseract.Tessdata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the engines find what they need.
 *
 * @param scratch for native libraries and bundled models, unpacked once; kept between runs
 * @param models with PP-OCR models, null for the bundled ones
 * @param tessdata directories with Tesseract's language data, the first one wins
 */
public record RecognitionSettings(Path scratch, @Nullable Path models, List<Path> tessdata) {

    public RecognitionSettings {
        tessdata = List.copyOf(tessdata);
    }

    /**
     * @param tessdata the operator's own directories, before the system's
     */
    public static RecognitionSettings withSystemData(Path scratch, @Nullable Path models, List<Path> tessdata) {
        List<Path> all = new ArrayList<>(tessdata);
        all.addAll(Tessdata.systemDirectories());
        return new RecognitionSettings(scratch, models, all);
    }
}
