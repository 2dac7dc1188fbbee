package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.worker.recognition.picture.GreyPicture;
import dev.pagewright.worker.recognition.picture.InkFit;
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

    /** Words drawn in to their ink; the line to its words. */
    static Line fitted(Line line, GreyPicture picture) {
        if (line.words().isEmpty()) {
            return line;
        }
        Line fitted = of(line, box -> InkFit.of(picture, box));
        return new Line(
                fitted.text(),
                BoundingBox.hull(fitted.words().stream().map(Word::box).toList()),
                fitted.confidence(),
                fitted.engine(),
                fitted.style(),
                fitted.angle(),
                fitted.words());
    }
}
