package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.TextStyle;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.layout.RasterRulings;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.page.Ruling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what was read on a sheet where it stands on the upright page. */
final class OnPage implements PlacedLayout.Placement {

    private final Sheet sheet;
    private final EngineRuns runs;

    OnPage(Sheet sheet, EngineRuns runs) {
        this.sheet = sheet;
        this.runs = runs;
    }

    /** A levelled sheet is laid out as it lies: on the page its lines would run into each other. */
    Recognition recognition(List<Line> lines, @Nullable EngineReason reason, @Nullable String language, double unread) {
        long start = System.nanoTime();
        Attempts attempts = runs.attempts();
        List<Ruling> rulings = attempts.at(
                PageStep.RULINGS,
                () -> RasterRulings.find(
                        sheet.grey().width(),
                        sheet.grey().height(),
                        sheet.grey().pixels()),
                List::of);
        runs.took("rulings_ms", start);
        Layout layout = null;
        if (!sheet.level()) {
            start = System.nanoTime();
            layout = new PlacedLayout(this)
                    .of(LayoutAnalysis.analyse(
                            new PageContent(sheet.grey().width(), sheet.grey().height(), lines, rulings, List.of()),
                            attempts));
            runs.took("layout_ms", start);
        }
        return new Recognition(
                sheet.turn() * 90,
                new PageContent(
                        sheet.width(),
                        sheet.height(),
                        lines.stream().map(this::line).toList(),
                        rulings.stream().map(this::ruling).toList(),
                        List.of()),
                layout,
                words(lines, Engine.PP_OCR) > words(lines, Engine.TESSERACT) ? Engine.PP_OCR : Engine.TESSERACT,
                runs.asked(),
                reason,
                language,
                unread,
                attempts.faults(),
                runs.debug());
    }

    private static long words(List<Line> lines, Engine engine) {
        return lines.stream()
                .filter(line -> line.engine() == engine)
                .mapToLong(line -> line.words().size())
                .sum();
    }

    @Override
    public BoundingBox box(BoundingBox box) {
        return sheet.toPage(box);
    }

    @Override
    public Line line(Line line) {
        TextStyle style = line.style();
        Line placed = PlacedLine.of(line, this::box);
        return new Line(
                placed.text(),
                placed.box(),
                placed.confidence(),
                placed.engine(),
                new TextStyle(style.size() * sheet.unitsPerPixel(), style.bold(), style.italic(), style.monospace()),
                placed.angle() + sheet.skew(),
                placed.words());
    }

    private Ruling ruling(Ruling ruling) {
        BoundingBox box = box(new BoundingBox(ruling.x1(), ruling.y1(), ruling.x2(), ruling.y2()));
        return new Ruling(box.left(), box.top(), box.right(), box.bottom(), ruling.thickness() * sheet.unitsPerPixel());
    }
}
