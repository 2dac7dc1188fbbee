package dev.pagewright.worker.recognition;

import dev.pagewright.document.Engine;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.language.LanguageField;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.attempt.StepProbe;
import dev.pagewright.worker.language.InstalledLanguages;
import dev.pagewright.worker.ocr.ppocr.PpOcrModels;
import dev.pagewright.worker.ocr.tesseract.Tessdata;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.ReaderCapabilities;
import dev.pagewright.worker.page.Recognition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads pictures with the engines of this machine. Thread-safe. */
public final class LocalPictureReader implements PictureReader {

    private final Engines engines;
    private final InstalledLanguages languages;
    private final StepProbe probe;

    public LocalPictureReader(RecognitionSettings settings) {
        this(settings, StepProbe.NONE);
    }

    /** @param probe is told of each step */
    public LocalPictureReader(RecognitionSettings settings, StepProbe probe) {
        this.probe = probe;
        var data = new Tessdata(settings.tessdata());
        this.engines = new Engines(settings, data);
        this.languages = new InstalledLanguages(data);
    }

    /** @throws NoReadingException where every engine failed */
    @Override
    public Recognition read(PagePicture picture, TaskOptions options, Deadline deadline) {
        LanguageField field = LanguageField.parse(options.language()).orElse(new LanguageField(List.of()));
        var runs = new EngineRuns(engines, picture.dpi(), deadline, new Attempts(probe));
        return new PageReading(picture, engines, languages, runs)
                .read(field, options.tier().equals("vlm"));
    }

    @Override
    public ReaderCapabilities capabilities() {
        languages.refresh();
        List<String> models = new ArrayList<>();
        models.add("tesseract " + engines.tesseract().version());
        engines.models().map(PpOcrModels::name).ifPresent(models::add);
        return new ReaderCapabilities(
                languages.codes(),
                engines.models().isPresent() ? Set.of(Engine.TESSERACT, Engine.PP_OCR) : Set.of(Engine.TESSERACT),
                models,
                null);
    }

    @Override
    public void close() {
        engines.close();
    }
}
