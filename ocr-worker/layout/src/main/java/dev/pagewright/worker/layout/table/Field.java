package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in a row of a table, over one column or several.
 *
 * @param first column; {@code last} is the last one that it spans
 */
record Field(int first, int last, List<Segment> segments) {

    Field {
        segments = List.copyOf(segments);
    }

    boolean spans() {
        return last > first;
    }

    double left() {
        return segments.stream().mapToDouble(Segment::left).min().orElse(0);
    }

    double right() {
        return segments.stream().mapToDouble(Segment::right).max().orElse(0);
    }

    boolean numeric() {
        return segments.stream().allMatch(Segment::numeric);
    }

    String text() {
        var text = new StringBuilder();
        segments.forEach(segment -> text.append(text.isEmpty() ? "" : " ").append(segment.text()));
        return text.toString();
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        segments.forEach(segment -> tokens.addAll(segment.tokens()));
        return tokens;
    }

    Field over(int from, int to) {
        return new Field(from, to, segments);
    }

    Field with(Field other) {
        List<Segment> both = new ArrayList<>(segments);
        both.addAll(other.segments);
        return new Field(Math.min(first, other.first), Math.max(last, other.last), both);
    }
}
