package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.worker.layout.table.FoundTable.FoundCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parts columns of a lattice that hold several columns of numbers without a rule between them. */
final class InnerColumns {

    private static final int FEWEST = 3;

    private final double size;

    InnerColumns(double size) {
        this.size = size;
    }

    List<FoundCell> part(List<FoundCell> cells) {
        int columns = cells.stream()
                .mapToInt(cell -> cell.column() + cell.columnSpan())
                .max()
                .orElse(0);
        List<FoundCell> parted = cells;
        for (int column = columns - 1; column >= 0; column--) {
            Columns inner = inner(parted, column);
            if (inner.count() > 1) {
                parted = part(parted, column, inner);
            }
        }
        return parted;
    }

    private Columns inner(List<FoundCell> cells, int column) {
        List<TextRow> rows = new ArrayList<>();
        int several = 0;
        for (FoundCell cell : cells) {
            if (cell.column() != column
                    || cell.columnSpan() != 1
                    || cell.tokens().isEmpty()) {
                continue;
            }
            for (TextRow row : RowFinder.rows(cell.tokens())) {
                rows.add(row);
                boolean numbers = row.segments().stream().allMatch(Segment::numeric);
                several += row.segments().size() > 1 && numbers ? 1 : 0;
            }
        }
        if (several < FEWEST || several * 2 < rows.size()) {
            return new Columns(List.of());
        }
        return ColumnFinder.find(rows, size);
    }

    private List<FoundCell> part(List<FoundCell> cells, int column, Columns inner) {
        int more = inner.count() - 1;
        var placer = new FieldPlacer(inner, size);
        List<FoundCell> parted = new ArrayList<>();
        for (FoundCell cell : cells) {
            if (cell.column() > column) {
                parted.add(cell.at(cell.row(), cell.column() + more, cell.rowSpan(), cell.columnSpan()));
            } else if (cell.column() + cell.columnSpan() <= column) {
                parted.add(cell);
            } else if (cell.columnSpan() > 1 || cell.tokens().isEmpty()) {
                parted.add(cell.at(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan() + more));
            } else {
                parted.addAll(part(cell, inner, placer));
            }
        }
        parted.sort(Comparator.comparingInt(FoundCell::row).thenComparingInt(FoundCell::column));
        return parted;
    }

    private static List<FoundCell> part(FoundCell cell, Columns inner, FieldPlacer placer) {
        GridRow whole = null;
        for (TextRow row : RowFinder.rows(cell.tokens())) {
            GridRow line = placer.row(row);
            whole = whole == null ? line : whole.with(line);
        }
        List<FoundCell> parts = new ArrayList<>();
        if (whole == null) {
            return parts;
        }
        // a lone field in the middle is a heading over all
        if (whole.fields().size() == 1
                && Math.abs(middle(whole.fields().getFirst()) - cell.box().centerX())
                        < 0.1 * cell.box().width()) {
            return List.of(cell.at(cell.row(), cell.column(), cell.rowSpan(), inner.count()));
        }
        for (Field field : whole.fields()) {
            var box = new BoundingBox(
                    Math.min(field.left(), inner.left(field.first(), cell.box().left())),
                    cell.box().top(),
                    Math.max(field.right(), inner.right(field.last(), cell.box().right())),
                    cell.box().bottom());
            parts.add(new FoundCell(
                    cell.row(),
                    cell.column() + field.first(),
                    cell.rowSpan(),
                    field.last() - field.first() + 1,
                    cell.header(),
                    field.tokens(),
                    box));
        }
        return parts;
    }

    private static double middle(Field field) {
        return (field.left() + field.right()) / 2;
    }
}
