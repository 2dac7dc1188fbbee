package dev.pagewright.worker.recognition;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.worker.layout.Ruling;

/** From a picture's pixels to the page's unit. */
record PageScale(double x, double y) {

    Line line(Line line) {
        TextStyle style = line.style();
        return new Line(
                line.text(),
                box(line.box()),
                line.confidence(),
                line.engine(),
                new TextStyle(style.size() * y, style.bold(), style.italic(), style.monospace()),
                line.angle(),
                line.words().stream()
                        .map(word -> new Word(word.text(), box(word.box()), word.confidence()))
                        .toList());
    }

    Ruling ruling(Ruling ruling) {
        double across = ruling.horizontal() ? y : x;
        return new Ruling(
                ruling.x1() * x, ruling.y1() * y, ruling.x2() * x, ruling.y2() * y, ruling.thickness() * across);
    }

    private BoundingBox box(BoundingBox box) {
        return new BoundingBox(box.left() * x, box.top() * y, box.right() * x, box.bottom() * y);
    }
}
