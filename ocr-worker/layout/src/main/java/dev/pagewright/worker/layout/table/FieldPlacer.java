package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;

/** Puts the segments of a text row into columns. */
final class FieldPlacer {

    /** In type sizes: a gap this wide parts a segment where a corridor runs through it. */
    private static final double PARTING = 0.4;

    private static final double BLANK = 0.15;

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
        int first = column(segment.left(), intrusion(segment));
        int last = Math.max(first, column(segment.right(), -intrusion(segment)));
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

    /** The row with each field that spans columns split at its blanks, where its words fit the columns. */
    GridRow split(GridRow row) {
        List<Field> fields = new ArrayList<>();
        for (Field field : row.fields()) {
            List<Segment> parts = field.spans() && field.segments().size() == 1
                    ? pieces(field.segments().getFirst())
                    : List.of();
            if (parts.size() > 1 && fit(parts)) {
                parts.forEach(part -> add(fields, part));
            } else {
                fields.add(field);
            }
        }
        return new GridRow(fields, row.top(), row.bottom(), row.lines());
    }

    /**
     * Splits a segment at blanks that lie in corridors: a single one must be wider than usual, since the words of a
     * heading over two columns may part there by chance; blanks in all of several corridors are none.
     */
    private List<Segment> parts(Segment segment) {
        List<Segment> parts = pieces(segment);
        double widest = 0;
        for (int i = 1; i < parts.size(); i++) {
            widest = Math.max(widest, parts.get(i).left() - parts.get(i - 1).right());
        }
        boolean several = parts.size() > 2 || parts.getLast().numeric();
        return widest >= PARTING * size || (several && fit(parts)) ? parts : List.of(segment);
    }

    private List<Segment> pieces(Segment segment) {
        List<Segment> pieces = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        for (Token token : segment.tokens()) {
            if (!open.isEmpty() && corridorBetween(open.getLast(), token)) {
                pieces.add(Segment.of(open));
                open = new ArrayList<>();
            }
            open.add(token);
        }
        pieces.add(Segment.of(open));
        return pieces;
    }

    private boolean fit(List<Segment> parts) {
        return parts.stream().allMatch(part -> column(part.left(), 0.1) == column(part.right(), -0.1));
    }

    /** In type sizes: how far text may stand over the middle of a corridor without being in the next column. */
    private double intrusion(Segment segment) {
        return Math.min(0.5, 0.25 * segment.box().width() / size);
    }

    private int column(double x, double inward) {
        return columns.at(x + inward * size);
    }

    private boolean corridorBetween(Token left, Token right) {
        double from = left.box().right();
        double to = right.box().left();
        return to - from >= BLANK * size
                && columns.corridors().stream()
                        .anyMatch(corridor -> Math.min(to, corridor[1]) - Math.max(from, corridor[0])
                                >= 0.5 * Math.min(to - from, corridor[1] - corridor[0]));
    }
}
