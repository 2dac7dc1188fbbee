package dev.pagewright.worker.recognition;

import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.language.LanguageField;
import dev.pagewright.worker.language.InstalledLanguages;
import dev.pagewright.worker.layout.PageContent;
import dev.pagewright.worker.layout.RasterRulings;
import dev.pagewright.worker.layout.Ruling;
import dev.pagewright.worker.ocr.tesseract.Segmentation;
import dev.pagewright.worker.ocr.tesseract.Tessdata;
import dev.pagewright.worker.ocr.tesseract.TesseractReader;
import dev.pagewright.worker.reading.Deadline;
import dev.pagewright.worker.reading.PagePicture;
import dev.pagewright.worker.reading.PictureReader;
import dev.pagewright.worker.reading.ReaderCapabilities;
import dev.pagewright.worker.reading.Recognition;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads pictures with the engines of this machine. Thread-safe. */
public final class LocalPictureReader implements PictureReader {

    private static final int HANDLES = 8;
    private static final int USUAL_DPI = 300;

    private final TesseractReader tesseract;
    private final InstalledLanguages languages;

    public LocalPictureReader(RecognitionSettings settings) {
        var data = new Tessdata(settings.scratch(), settings.tessdata());
        this.tesseract = new TesseractReader(settings.scratch(), data, HANDLES);
        this.languages = new InstalledLanguages(data);
    }

    @Override
    public Recognition read(PagePicture picture, TaskOptions options, Deadline deadline) {
        GreyPicture grey = GreyPicture.of(picture.image());
        LanguageField field = LanguageField.parse(options.language()).orElse(new LanguageField(List.of()));
        String data = languages.dataOf(field.languages());
        int dpi = picture.dpi() >= 70 && picture.dpi() <= 2400 ? (int) Math.round(picture.dpi()) : USUAL_DPI;
        List<Line> lines = tesseract.read(grey, data, Segmentation.PAGE, dpi, deadline);
        List<Ruling> rulings = RasterRulings.find(grey.width(), grey.height(), grey.pixels());
        var scale = new PageScale(picture.width() / grey.width(), picture.height() / grey.height());
        return new Recognition(
                0,
                new PageContent(
                        picture.width(),
                        picture.height(),
                        lines.stream().map(scale::line).toList(),
                        rulings.stream().map(scale::ruling).toList(),
                        List.of()),
                null,
                Engine.TESSERACT,
                Set.of(Engine.TESSERACT),
                null,
                field.languages().size() == 1 ? field.languages().getFirst().base() : null,
                Map.of());
    }

    @Override
    public ReaderCapabilities capabilities() {
        return new ReaderCapabilities(
                languages.codes(), Set.of(Engine.TESSERACT), List.of("tesseract " + tesseract.version()), null);
    }

    @Override
    public void close() {
        tesseract.close();
    }
}
