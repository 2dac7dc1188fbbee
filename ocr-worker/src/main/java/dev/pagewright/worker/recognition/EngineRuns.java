package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.PageStep;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.ocr.tesseract.OrientationAndScript;
import dev.pagewright.worker.ocr.tesseract.Segmentation;
import dev.pagewright.worker.reading.Deadline;
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

    /** @return lines in the sheet's pixels */
    List<Line> tesseract(Sheet sheet, Preparation preparation, String data) {
        return tesseract(sheet, preparation, data, Segmentation.PAGE);
    }

    /** @return lines in the sheet's pixels; none where it fails */
    List<Line> tesseract(Sheet sheet, Preparation preparation, String data, Segmentation segmentation) {
        long start = System.nanoTime();
        Prepared prepared = attempts.at(
                PageStep.PREPARATION,
                () -> Prepared.of(sheet.grey(), preparation),
                () -> new Prepared(sheet.grey(), 1));
        int factor = prepared.factor();
        took("preparation_ms", start);
        int dpi = dpi(preparation);
        note("dpi", dpi);
        note("letter_height", preparation.letterHeight());
        note("enlargement", factor);
        start = System.nanoTime();
        List<Line> lines = attempts.at(
                PageStep.TESSERACT,
                () -> Calibration.of(
                        engines.tesseract().read(prepared.picture(), data, segmentation, dpi * factor, deadline)),
                List::of);
        if (!attempts.failed(PageStep.TESSERACT)) {
            asked.add(Engine.TESSERACT);
        }
        took("tesseract_ms", start);
        double scale = 1.0 / factor;
        return factor == 1
                ? lines
                : lines.stream()
                        .map(line -> PlacedLine.of(line, box -> box.scale(scale)))
                        .toList();
    }

    /** A sheet as Tesseract gets it, so many times enlarged. */
    private record Prepared(GreyPicture picture, int factor) {

        static Prepared of(GreyPicture grey, Preparation preparation) {
            GreyPicture clean = preparation.cleaned(grey);
            int factor = preparation.enlargement(clean);
            return new Prepared(factor == 1 ? clean : Resampling.scaled(clean, factor), factor);
        }
    }

    /** @return lines in the sheet's pixels */
    List<Line> ppocr(Sheet sheet) {
        long start = System.nanoTime();
        List<Line> lines = fitted(Calibration.of(engines.ppocr().read(sheet.image(), deadline)), sheet);
        took("pp_ocr_ms", start);
        asked.add(Engine.PP_OCR);
        return lines;
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
        note("pp_ocr_lines", lines.size());
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
    Optional<OrientationAndScript> orientation(Sheet sheet, Preparation preparation) {
        long start = System.nanoTime();
        int factor = Math.max(1, (int) Math.round(preparation.letterHeight() / SEEN_HEIGHT));
        GreyPicture small = Resampling.reduced(sheet.grey(), factor);
        Optional<OrientationAndScript> seen = attempts.at(
                PageStep.ORIENTATION,
                () -> engines.tesseract().orientation(preparation.cleaned(small), Math.max(70, 200 / factor)),
                Optional::empty);
        took("orientation_ms", start);
        return seen;
    }

    /** As the file tells, else judged by the size of the letters (20 pixels at 300 dpi). */
    private int dpi(Preparation preparation) {
        if (fileDpi >= 70 && fileDpi <= 1200) {
            return (int) Math.round(fileDpi);
        }
        return preparation.letterHeight() == 0 ? 300 : (int) Math.clamp(15 * preparation.letterHeight(), 70, 600);
    }
}
