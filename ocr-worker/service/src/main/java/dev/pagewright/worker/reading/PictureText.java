package dev.pagewright.worker.reading;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.source.UnreadablePageException;
import dev.pagewright.worker.source.pdf.PdfPage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Text in the pictures of a page whose own text is trusted: scanned figures, stamps, screenshots. Few, large enough, and
 * with the look of text; words that the text layer has already are not repeated. Thread-safe.
 */
final class PictureText {

    private static final int MOST = 4;
    private static final double LEAST_SIDE = 24;
    private static final double LEAST_SHARE = 0.01;
    private static final double MOST_COVERED = 0.25;
    private static final double GROUND = 0.7;
    private static final double LOOK = 100;
    private static final double RESOLUTION = 300;
    private static final double LEAST_CONFIDENCE = 0.6;
    private static final double SAME_PLACE = 0.3;

    private final PictureReader reader;

    PictureText(PictureReader reader) {
        this.reader = reader;
    }

    /** @return lines to add to those of the text layer, on the page */
    List<Line> read(
            PdfPage page,
            List<BoundingBox> pictures,
            List<Line> lines,
            TaskOptions options,
            Deadline deadline,
            Attempts attempts)
            throws UnreadablePageException {
        double area = page.width() * page.height();
        List<BoundingBox> wanted = pictures.stream()
                .filter(box -> Math.min(box.width(), box.height()) >= LEAST_SIDE && box.area() >= LEAST_SHARE * area)
                .filter(box -> box.area() < GROUND * area) // what all of the text stands on was looked at before
                .filter(box -> covered(box, lines) < MOST_COVERED)
                .sorted(Comparator.comparingDouble(BoundingBox::area).reversed())
                .limit(MOST)
                .toList();
        List<Line> found = new ArrayList<>();
        for (BoundingBox box : wanted) {
            if (deadline.over()) {
                break;
            }
            boolean seen = found.stream().anyMatch(line -> line.box().overlap(box) > 0);
            if (!seen && TextLook.has(page.region(box, LOOK))) {
                found.addAll(recognised(page, box, lines, options, deadline, attempts));
            }
        }
        return found;
    }

    private List<Line> recognised(
            PdfPage page, BoundingBox box, List<Line> lines, TaskOptions options, Deadline deadline, Attempts attempts)
            throws UnreadablePageException {
        BufferedImage image = page.region(box, RESOLUTION);
        double resolution = image.getWidth() * 72.0 / box.width();
        Recognition recognition =
                reader.read(new PagePicture(image, box.width(), box.height(), resolution), options, deadline);
        attempts.note(recognition.faults());
        if (recognition.turn() != 0) {
            return List.of(); // a picture on its side: its words would lie across the page's
        }
        return recognition.content().lines().stream()
                .filter(line -> line.confidence() >= LEAST_CONFIDENCE && letters(line) >= 2)
                .map(line -> moved(line, box.left(), box.top()))
                .filter(line -> lines.stream()
                        .noneMatch(own -> own.box().overlap(line.box())
                                > SAME_PLACE * line.box().area()))
                .toList();
    }

    private static long letters(Line line) {
        return line.text().codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static double covered(BoundingBox box, List<Line> lines) {
        double covered = 0;
        for (Line line : lines) {
            covered += line.box().overlap(box);
        }
        return covered / box.area();
    }

    private static Line moved(Line line, double x, double y) {
        List<Word> words = line.words().stream()
                .map(word -> new Word(word.text(), moved(word.box(), x, y), word.confidence()))
                .toList();
        return new Line(
                line.text(),
                moved(line.box(), x, y),
                line.confidence(),
                line.engine(),
                line.style(),
                line.angle(),
                words);
    }

    private static BoundingBox moved(BoundingBox box, double x, double y) {
        return new BoundingBox(box.left() + x, box.top() + y, box.right() + x, box.bottom() + y);
    }
}
