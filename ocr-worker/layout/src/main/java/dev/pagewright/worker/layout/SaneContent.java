package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.Ruling;
import java.util.ArrayList;
import java.util.List;

/** A page's content without what geometry cannot work with: blank lines, words without text, endless coordinates. */
final class SaneContent {

    private static final double FAR = 1e7;

    private SaneContent() {}

    static PageContent of(PageContent content) {
        List<Line> lines = new ArrayList<>(content.lines().size());
        for (Line line : content.lines()) {
            if (!line.text().isBlank()) {
                lines.add(line(line));
            }
        }
        List<Ruling> rulings = content.rulings().stream()
                .filter(ruling -> Double.isFinite(ruling.x1() + ruling.y1() + ruling.x2() + ruling.y2()))
                .toList();
        List<BoundingBox> pictures =
                content.pictures().stream().map(SaneContent::near).toList();
        return new PageContent(content.width(), content.height(), lines, rulings, pictures);
    }

    private static Line line(Line line) {
        List<Word> words = new ArrayList<>(line.words().size());
        for (Word word : line.words()) {
            if (!word.text().isBlank()) {
                words.add(isNear(word.box()) ? word : moved(word));
            }
        }
        if (words.isEmpty()) {
            words.add(new Word(line.text().strip(), near(line.box()), line.confidence()));
        }
        if (words.equals(line.words()) && isNear(line.box())) {
            return line;
        }
        BoundingBox box = BoundingBox.hull(words.stream().map(Word::box).toList());
        return new Line(line.text(), box, line.confidence(), line.engine(), line.style(), line.angle(), words);
    }

    private static Word moved(Word word) {
        return new Word(word.text(), near(word.box()), word.confidence());
    }

    private static boolean isNear(BoundingBox box) {
        return box.left() >= -FAR && box.top() >= -FAR && box.right() <= FAR && box.bottom() <= FAR;
    }

    private static BoundingBox near(BoundingBox box) {
        return new BoundingBox(
                Math.clamp(box.left(), -FAR, FAR),
                Math.clamp(box.top(), -FAR, FAR),
                Math.clamp(box.right(), -FAR, FAR),
                Math.clamp(box.bottom(), -FAR, FAR));
    }
}
