package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on one height.
 *
 * @param segments from left to right
 */
record TextRow(List<Segment> segments, BoundingBox box) {

    TextRow {
        segments = List.copyOf(segments);
    }

    static TextRow of(List<Segment> segments) {
        return new TextRow(
                segments, BoundingBox.hull(segments.stream().map(Segment::box).toList()));
    }

    double top() {
        return box.top();
    }

    double bottom() {
        return box.bottom();
    }

    double middle() {
        return box.centerY();
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        segments.forEach(segment -> tokens.addAll(segment.tokens()));
        return tokens;
    }

    /** The same row with the segments that pass alone; null-free: empty where none does. */
    List<Segment> within(double left, double right) {
        return segments.stream()
                .filter(segment ->
                        segment.box().centerX() >= left && segment.box().centerX() <= right)
                .toList();
    }
}
