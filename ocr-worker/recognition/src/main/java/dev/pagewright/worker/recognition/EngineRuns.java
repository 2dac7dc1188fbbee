package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.PageStep;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.ocr.tesseract.OrientationAndScript;
import dev.pagewright.worker.ocr.tesseract.Segmentation;
import dev.pagewright.worker.ocr.tesseract.TesseractText;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.recognition.merge.Calibration;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import dev.pagewright.worker.recognition.picture.Resampling;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engines' runs over one page, and what they cost. Confidences are calibrated. Used by one thread. */
final class EngineRuns {

    /** Letters of this height suffice for orientation and script. */
    private static final double SEEN_HEIGHT = 14;

    /** Share of a line's height. */
    private static final double RIM = 0.15;

    private final Engines engines;
    private final double fileDpi;
    private final Deadline deadline;
    private final Attempts attempts;
    private final Map<String, Double> debug = new HashMap<>();
    private final Set<Engine> asked = EnumSet.noneOf(Engine.class);

    EngineRuns(Engines engines, double fileDpi, Deadline deadline, Attempts attempts) {
        this.engines = engines;
        this.fileDpi = fileDpi;
        this.deadline = deadline;
        this.attempts = attempts;
    }

    Attempts attempts() {
        return attempts;
    }

    Map<String, Double> debug() {
        return debug;
    }

    Set<Engine> asked() {
        return asked;
    }

    boolean over() {
        return deadline.over();
    }

    void note(String what, double value) {
        debug.put(what, value);
    }

    void took(String step, long start) {
        debug.merge(step, (System.nanoTime() - start) / 1e6, Double::sum);
    }

    /** @return of a part of the sheet, with lines in the sheet's pixels; nothing where it fails */
    TesseractText tesseract(Pose pose, Area area, String data, Segmentation segmentation) {
        return tesseract(pose, area, data, segmentation, "tesseract_ms");
    }

    /** Of a sample, by which the page's data is chosen. */
    TesseractText sample(Pose pose, Area area, String data, Segmentation segmentation) {
        return tesseract(pose, area, data, segmentation, "script_ms");
    }

    private TesseractText tesseract(Pose pose, Area area, String data, Segmentation segmentation, String step) {
        long start = System.nanoTime();
        Preparation preparation = pose.preparation();
        Prepared prepared =
                attempts.at(PageStep.PREPARATION, () -> Prepared.of(pose, area), () -> Prepared.asItIs(pose));
        took("preparation_ms", start);
        int dpi = dpi(preparation, prepared.scale());
        note("dpi", dpi);
        note("letter_height", preparation.letterHeight());
        note("enlargement", prepared.scale());
        debug.merge("tesseract_runs", 1.0, Double::sum);
        start = System.nanoTime();
        TesseractText text = attempts.at(
                PageStep.TESSERACT,
                () -> engines.tesseract().read(prepared.picture(), data, segmentation, dpi, deadline),
                () -> TesseractText.NONE);
        if (!attempts.failed(PageStep.TESSERACT)) {
            asked.add(Engine.TESSERACT);
        }
        took(step, start);
        return text.with(prepared.onSheet(Calibration.of(text.lines())));
    }

    /** @return lines in the sheet's pixels */
    List<Line> ppocr(Sheet sheet) {
        long start = System.nanoTime();
        List<Line> lines = fitted(Calibration.of(engines.ppocr().read(sheet.image(), deadline)), sheet);
        took("pp_ocr_ms", start);
        asked.add(Engine.PP_OCR);
        return lines;
    }

    /** What the second engine reads of a part of the sheet, with lines in the sheet's pixels; nothing where it fails. */
    List<Line> ppocrSample(Sheet sheet, Area area) {
        long start = System.nanoTime();
        List<Line> lines = attempts.at(
                PageStep.PP_OCR,
                () -> Calibration.of(engines.ppocr().read(sheet.part(area), deadline)),
                List::<Line>of);
        took("script_ms", start);
        return lines.stream()
                .map(line -> PlacedLine.of(
                        line,
                        box -> new BoundingBox(
                                box.left() + area.left(),
                                box.top() + area.top(),
                                box.right() + area.left(),
                                box.bottom() + area.top())))
                .toList();
    }

    /** Single lines read again where they were found; one for each, empty ones included. */
    List<Line> ppocrLines(Sheet sheet, List<Line> lines) {
        long start = System.nanoTime();
        List<BoundingBox> areas = lines.stream()
                .map(line -> widened(line.box())
                        .clip(sheet.image().getWidth(), sheet.image().getHeight()))
                .toList();
        List<Line> again = fitted(Calibration.of(engines.ppocr().readLines(sheet.image(), areas, deadline)), sheet);
        took("pp_ocr_ms", start);
        asked.add(Engine.PP_OCR);
        return again;
    }

    private static List<Line> fitted(List<Line> lines, Sheet sheet) {
        return lines.stream().map(line -> PlacedLine.fitted(line, sheet.grey())).toList();
    }

    /** With the rim that the detector leaves around a line, on which the recogniser was trained. */
    private static BoundingBox widened(BoundingBox box) {
        double rim = RIM * box.height();
        return new BoundingBox(box.left() - rim, box.top() - rim, box.right() + rim, box.bottom() + rim);
    }

    /** How the sheet stands and what script it is in, on a reduced copy. */
    Optional<OrientationAndScript> orientation(Pose pose) {
        long start = System.nanoTime();
        Sheet sheet = pose.sheet();
        Preparation preparation = pose.preparation();
        int factor = Math.max(1, (int) Math.round(preparation.letterHeight() / SEEN_HEIGHT));
        GreyPicture small = Resampling.reduced(sheet.grey(), factor);
        Optional<OrientationAndScript> seen = attempts.at(
                PageStep.ORIENTATION,
                () -> engines.tesseract().orientation(preparation.cleaned(small), Math.max(70, 200 / factor)),
                Optional::empty);
        took("orientation_ms", start);
        return seen;
    }

    /** Of the picture at its scale: as the file tells, else judged by the size of the letters (20 pixels at 300 dpi). */
    private int dpi(Preparation preparation, double scale) {
        boolean told = fileDpi >= 70 && fileDpi <= 1200;
        double dpi = told ? fileDpi : preparation.letterHeight() == 0 ? 300 : 15 * preparation.letterHeight();
        return Math.clamp(Math.round(dpi * scale), 70, 2400);
    }
}
