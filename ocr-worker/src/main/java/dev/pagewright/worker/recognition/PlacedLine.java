package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import java.util.function.UnaryOperator;

/** Lines in other places. */
final class PlacedLine {

    private PlacedLine() {}

    static Line of(Line line, UnaryOperator<BoundingBox> move) {
        return new Line(
                line.text(),
                move.apply(line.box()),
                line.confidence(),
                line.engine(),
                line.style(),
                line.angle(),
                line.words().stream()
                        .map(word -> new Word(word.text(), move.apply(word.box()), word.confidence()))
                        .toList());
    }
}
