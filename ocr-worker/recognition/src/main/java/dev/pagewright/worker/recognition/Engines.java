package dev.pagewright.worker.recognition;

import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import dev.pagewright.worker.ocr.ppocr.PpOcrModels;
import dev.pagewright.worker.ocr.ppocr.PpOcrReader;
import dev.pagewright.worker.ocr.tesseract.Tessdata;
import dev.pagewright.worker.ocr.tesseract.TesseractReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engines of this machine; the second one is loaded when it is first asked. Thread-safe. */
final class Engines implements AutoCloseable {

    private static final int IDLE_HANDLES = 8;

    /** Scripts whose letters are in PP-OCR's alphabets. */
    private static final Set<String> SCRIPTS = Set.of("Latn", "Latf", "Hans", "Hant", "Jpan");

    private static final double KNOWN = 0.97;

    private final TesseractReader tesseract;
    private final Optional<PpOcrModels> models;
    private @Nullable PpOcrReader ppocr;

    Engines(RecognitionSettings settings, Tessdata data) {
        tesseract = new TesseractReader(settings.scratch(), data, IDLE_HANDLES);
        try {
            models = PpOcrModels.find(settings.models(), settings.scratch());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TesseractReader tesseract() {
        return tesseract;
    }

    Optional<PpOcrModels> models() {
        return models;
    }

    /** Whether the second engine can read what the first one read with this data: it knows script and letters. */
    boolean secondOpinion(String data, List<Line> lines) {
        boolean script = Arrays.stream(data.split("\\+", -1))
                .map(Languages::ofData)
                .flatMap(Optional::stream)
                .map(Language::script)
                .allMatch(SCRIPTS::contains);
        return models.isPresent() && script && ppocr().knownShare(certain(lines)) >= KNOWN;
    }

    private static String certain(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.words().stream())
                .filter(word -> word.confidence() > 0.8)
                .map(Word::text)
                .collect(Collectors.joining());
    }

    synchronized PpOcrReader ppocr() {
        if (ppocr == null) {
            ppocr = new PpOcrReader(models.orElseThrow());
        }
        return ppocr;
    }

    @Override
    public synchronized void close() {
        tesseract.close();
        if (ppocr != null) {
            ppocr.close();
        }
    }
}
