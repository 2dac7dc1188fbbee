package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;

/** Puts the segments of a text row into columns. */
final class FieldPlacer {

    /** In type sizes: a gap this wide parts a segment where a corridor runs through it. */
    private static final double PARTING = 0.4;

    private final Columns columns;
    private final double size;

    FieldPlacer(Columns columns, double size) {
        this.columns = columns;
        this.size = size;
    }

    GridRow row(TextRow row) {
        List<Field> fields = new ArrayList<>();
        for (Segment whole : row.segments()) {
            for (Segment segment : parts(whole)) {
                add(fields, segment);
            }
        }
        return new GridRow(fields, row.top(), row.bottom(), 1);
    }

    private void add(List<Field> fields, Segment segment) {
        int first = columns.at(segment.left() + 0.1 * size);
        int last = Math.max(first, columns.at(segment.right() - 0.1 * size));
        Field last0 = fields.isEmpty() ? null : fields.getLast();
        if (last0 != null && first <= last0.last()) {
            if (last > last0.last() && segment.box().centerX() > columns.middle(last0.last())) {
                fields.add(new Field(last0.last() + 1, last, List.of(segment)));
                return;
            }
            List<Segment> both = new ArrayList<>(last0.segments());
            both.add(segment);
            fields.set(fields.size() - 1, new Field(last0.first(), last0.last(), both));
            return;
        }
        fields.add(new Field(first, last, List.of(segment)));
    }

    /** Splits a segment at blanks that lie in a corridor and are wider than usual. */
    private List<Segment> parts(Segment segment) {
        List<Segment> parts = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        for (Token token : segment.tokens()) {
            if (!open.isEmpty() && corridorBetween(open.getLast(), token)) {
                parts.add(Segment.of(open));
                open = new ArrayList<>();
            }
            open.add(token);
        }
        parts.add(Segment.of(open));
        return parts;
    }

    private boolean corridorBetween(Token left, Token right) {
        double from = left.box().right();
        double to = right.box().left();
        if (to - from < PARTING * size) {
            return false;
        }
        return columns.corridors().stream()
                .anyMatch(corridor -> Math.min(to, corridor[1]) - Math.max(from, corridor[0])
                        >= 0.5 * Math.min(to - from, corridor[1] - corridor[0]));
    }
}
