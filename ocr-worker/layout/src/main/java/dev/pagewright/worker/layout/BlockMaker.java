package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Content;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a block of the rows of a paragraph: decides what it is. */
final class BlockMaker {

    private final PageMeasure measure;
    private final HeadingCriterion headings;

    BlockMaker(PageMeasure measure) {
        this.measure = measure;
        this.headings = new HeadingCriterion(measure);
    }

    Block block(List<Row> rows) {
        var marker = ListMarker.of(rows.getFirst().text());
        int level = headings.level(rows);
        if (level > 0) {
            return new Block.Heading(content(rows, null), level);
        }
        if (marker.isPresent()) {
            ListMarker found = marker.get();
            return new Block.ListItem(content(rows, found.rest()), 0, found.text(), found.ordered());
        }
        return new Block.Paragraph(content(rows, null));
    }

    /** @param first text of the first line, null where it is that of the row */
    Content content(List<Row> rows, @Nullable String first) {
        List<String> texts = new ArrayList<>(rows.stream().map(Row::text).toList());
        if (first != null) {
            texts.set(0, first);
        }
        List<Line> lines = rows.stream().map(Row::line).toList();
        return content(TextJoin.lines(texts, measure.hyphenated()), lines);
    }

    static Content content(String text, List<Line> lines) {
        BoundingBox box = BoundingBox.hull(lines.stream().map(Line::box).toList());
        return new Content(text, box, confidence(lines), lines);
    }

    private static double confidence(List<Line> lines) {
        double mean = lines.stream()
                .flatMapToDouble(line -> line.words().isEmpty()
                        ? java.util.stream.DoubleStream.of(line.confidence())
                        : line.words().stream().mapToDouble(Word::confidence))
                .average()
                .orElse(0);
        return Math.clamp(mean, 0, 1);
    }
}
