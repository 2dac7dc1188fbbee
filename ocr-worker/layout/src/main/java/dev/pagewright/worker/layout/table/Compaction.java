package dev.pagewright.worker.layout.table;

import dev.pagewright.worker.layout.table.FoundTable.FoundCell;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Leaves out rows and columns of a lattice that are none: those between double rules, and those in which no cell begins. */
final class Compaction {

    private Compaction() {}

    static List<FoundCell> of(List<FoundCell> cells, int rows, int columns, double size) {
        int[] rowAt = places(
                cells,
                rows,
                FoundCell::row,
                FoundCell::rowSpan,
                cell -> cell.box().height(),
                size);
        int[] columnAt = places(
                cells,
                columns,
                FoundCell::column,
                FoundCell::columnSpan,
                cell -> cell.box().width(),
                size);
        return cells.stream()
                .filter(cell -> rowAt[cell.row() + cell.rowSpan()] > rowAt[cell.row()]
                        && columnAt[cell.column() + cell.columnSpan()] > columnAt[cell.column()])
                .map(cell -> cell.at(
                        rowAt[cell.row()],
                        columnAt[cell.column()],
                        rowAt[cell.row() + cell.rowSpan()] - rowAt[cell.row()],
                        columnAt[cell.column() + cell.columnSpan()] - columnAt[cell.column()]))
                .toList();
    }

    /** New index of each old one; an index that goes has that of its successor. */
    private static int[] places(
            List<FoundCell> cells,
            int count,
            ToIntFunction<FoundCell> start,
            ToIntFunction<FoundCell> span,
            ToDoubleFunction<FoundCell> extent,
            double size) {
        boolean[] kept = new boolean[count];
        for (FoundCell cell : cells) {
            boolean thin = span.applyAsInt(cell) == 1 && extent.applyAsDouble(cell) < 0.7 * size;
            if (!cell.tokens().isEmpty() || !thin) {
                kept[start.applyAsInt(cell)] = true;
            }
        }
        int[] places = new int[count + 1];
        for (int i = 0; i < count; i++) {
            places[i + 1] = places[i] + (kept[i] ? 1 : 0);
        }
        return places;
    }
}
