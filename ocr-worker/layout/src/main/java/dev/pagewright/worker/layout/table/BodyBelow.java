package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;

/** Finds the rows of a table that go on below its last rule: close to it and in its columns. */
final class BodyBelow {

    private static final double WIDEST_GAP = 2.2;
    private static final int SINGLE_ROWS = 5;

    private final List<TextRow> rows;
    private final double size;

    BodyBelow(List<TextRow> rows, double size) {
        this.rows = rows;
        this.size = size;
    }

    /** @return the region with what follows, where at least two rows of several fields do */
    List<TextRow> extend(List<TextRow> region, RuledLine frame) {
        Columns columns = ColumnFinder.find(region, size);
        List<TextRow> below = new ArrayList<>();
        int kept = 0;
        int several = 0;
        double edge = region.getLast().bottom();
        for (TextRow row : rows) {
            if (row.middle() <= region.getLast().bottom()) {
                continue;
            }
            List<Segment> inside = row.within(frame.from() - size, frame.to() + size);
            if (inside.isEmpty()) {
                continue;
            }
            TextRow piece = TextRow.of(inside);
            boolean single = inside.size() == 1;
            boolean far = piece.top() - edge > WIDEST_GAP * size;
            if (far
                    || Captions.begins(inside.getFirst().text())
                    || !fits(piece, columns)
                    || below.size() - kept > SINGLE_ROWS) {
                break;
            }
            below.add(piece);
            edge = piece.bottom();
            boolean wrapped =
                    single && several > 1 && columns.at(inside.getFirst().right()) == 0 && tight(below);
            several += single ? 0 : 1;
            kept = single && !wrapped ? kept : below.size();
        }
        if (several < 2) {
            return region;
        }
        List<TextRow> extended = new ArrayList<>(region);
        extended.addAll(below.subList(0, kept));
        return extended;
    }

    private boolean tight(List<TextRow> below) {
        return below.size() > 1
                && below.getLast().top() - below.get(below.size() - 2).bottom() < 0.6 * size;
    }

    /** Whether few segments stand over a corridor; wide lines of words are notes. */
    private boolean fits(TextRow row, Columns columns) {
        GridRow placed = new FieldPlacer(columns, size).row(row);
        if (placed.fields().size() == 1) {
            return !placed.spans() || row.tokens().size() < 8;
        }
        return placed.fields().stream().filter(Field::spans).count() * 3
                <= placed.fields().size();
    }
}
