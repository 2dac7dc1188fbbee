package dev.pagewright.worker.ocr.tesseract;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import java.lang.ref.Reference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One native engine with its language data loaded (40 to 200 MB). One thread at a time; closed once, by its owner. */
final class TesseractHandle implements AutoCloseable {

    private final Pointer handle;
    private final String languages;

    /** @param languages Tesseract's names, joined by {@code +}; {@code osd} for orientation and script */
    TesseractHandle(Path data, String languages) {
        this.languages = languages;
        handle = TesseractLibrary.TessBaseAPICreate();
        int failed = languages.equals(TesseractReader.ORIENTATION)
                ? TesseractLibrary.TessBaseAPIInit3(handle, data.toString(), languages)
                : TesseractLibrary.TessBaseAPIInit2(handle, data.toString(), languages, TesseractLibrary.LSTM_ONLY);
        if (failed != 0) {
            TesseractLibrary.TessBaseAPIDelete(handle);
            throw new IllegalStateException("Tesseract cannot load the data of " + languages);
        }
        TesseractLibrary.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        ScriptSettings.of(languages)
                .forEach((name, value) -> TesseractLibrary.TessBaseAPISetVariable(handle, name, value));
    }

    String languages() {
        return languages;
    }

    /** @return empty where the deadline was over before the end: a page cut off has no words that can be trusted */
    TesseractText read(GreyPicture picture, Segmentation segmentation, int dpi, Deadline deadline) {
        TesseractLibrary.Cancel cancel = (self, words) -> (byte) (deadline.over() ? 1 : 0);
        Pointer monitor = TesseractLibrary.TessMonitorCreate();
        try {
            TesseractLibrary.TessMonitorSetCancelFunc(monitor, cancel);
            long left = Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE / 2);
            TesseractLibrary.TessMonitorSetDeadlineMSecs(monitor, (int) left);
            TesseractLibrary.TessBaseAPISetPageSegMode(handle, segmentation.mode());
            show(picture, dpi);
            int failed = TesseractLibrary.TessBaseAPIRecognize(handle, monitor);
            return failed != 0
                    ? TesseractText.NONE
                    : WordIterator.text(handle, languages, picture.width(), picture.height());
        } finally {
            TesseractLibrary.TessMonitorDelete(monitor);
            TesseractLibrary.TessBaseAPIClear(handle);
            // the library calls it as long as it recognises; nothing else holds it, and collected it is a wild pointer
            Reference.reachabilityFence(cancel);
        }
    }

    /** @return null where there is too little text to tell */
    @Nullable OrientationAndScript orientation(GreyPicture picture, int dpi) {
        int[] degrees = new int[1];
        float[] certainty = new float[1];
        float[] scriptCertainty = new float[1];
        Memory script = new Memory(Long.BYTES);
        try {
            show(picture, dpi);
            if (TesseractLibrary.TessBaseAPIDetectOrientationScript(handle, degrees, certainty, script, scriptCertainty)
                    == 0) {
                return null;
            }
            return new OrientationAndScript(
                    (360 - degrees[0]) % 360,
                    certainty[0],
                    script.getPointer(0).getString(0, "UTF-8"),
                    scriptCertainty[0]);
        } finally {
            TesseractLibrary.TessBaseAPIClear(handle);
        }
    }

    private void show(GreyPicture picture, int dpi) {
        TesseractLibrary.TessBaseAPISetImage(
                handle, picture.pixels(), picture.width(), picture.height(), 1, picture.width());
        TesseractLibrary.TessBaseAPISetSourceResolution(handle, dpi);
    }

    @Override
    public void close() {
        TesseractLibrary.TessBaseAPIDelete(handle);
    }
}
