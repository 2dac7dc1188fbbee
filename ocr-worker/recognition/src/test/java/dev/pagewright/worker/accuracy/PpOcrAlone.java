package dev.pagewright.worker.accuracy;

import dev.pagewright.document.Engine;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.ocr.ppocr.PpOcrModels;
import dev.pagewright.worker.ocr.ppocr.PpOcrReader;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.recognition.RecognitionSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The second engine without the first, for comparison. */
final class PpOcrAlone implements PictureReader {

    private final PpOcrReader reader;

    PpOcrAlone(RecognitionSettings settings) throws IOException {
        reader = new PpOcrReader(
                PpOcrModels.find(settings.models(), settings.scratch()).orElseThrow());
    }

    @Override
    public Recognition read(PagePicture picture, TaskOptions options, Deadline deadline) {
        return new Recognition(
                0,
                new PageContent(
                        picture.width(),
                        picture.height(),
                        reader.read(picture.image(), deadline),
                        List.of(),
                        List.of()),
                null,
                Engine.PP_OCR,
                Set.of(Engine.PP_OCR),
                null,
                null,
                Map.of());
    }

    @Override
    public ReaderCapabilities capabilities() {
        return new ReaderCapabilities(List.of(), Set.of(Engine.PP_OCR), List.of(), null);
    }

    @Override
    public void close() {
        reader.close();
    }
}
