package dev.pagewright.worker.recognition;

import dev.pagewright.worker.ocr.ppocr.PpOcrModels;
import dev.pagewright.worker.ocr.ppocr.PpOcrReader;
import dev.pagewright.worker.ocr.tesseract.Tessdata;
import dev.pagewright.worker.ocr.tesseract.TesseractReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engines of this machine; the second one is loaded when it is first asked. Thread-safe. */
final class Engines implements AutoCloseable {

    private static final int IDLE_HANDLES = 8;

    /** Tesseract's data whose letters are in PP-OCR's alphabet: Latin letters, Chinese, Japanese. */
    private static final Set<String> NOT_IN_ALPHABET = Set.of("ara", "fas", "heb", "hin", "rus", "ell", "tha", "kor");

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

    /** Whether the second engine knows the letters of the languages. */
    boolean secondOpinion(String data) {
        return models.isPresent() && Arrays.stream(data.split("\\+", -1)).noneMatch(NOT_IN_ALPHABET::contains);
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
