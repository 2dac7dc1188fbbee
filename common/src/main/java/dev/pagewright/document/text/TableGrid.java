package dev.pagewright.document.text;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a table, each with the cell that covers it. */
public final class TableGrid {

    /** More fields than any page holds; a damaged table of more is shown as its cells alone, row by row. */
    private static final int MAX_FIELDS = 1 << 20;

    private TableGrid() {}

    /** @return rows of fields; null where no cell covers one */
    public static List<List<@Nullable Cell>> of(Table table) {
        return (long) table.rows() * table.columns() <= MAX_FIELDS ? dense(table) : sparse(table);
    }

    /** Whether the cell begins at this field, rather than covers it by its span. */
    public static boolean begins(Cell cell, int row, int column) {
        return cell.row() == row && cell.column() == column;
    }

    private static List<List<@Nullable Cell>> dense(Table table) {
        List<List<@Nullable Cell>> rows = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            List<@Nullable Cell> fields = new ArrayList<>(table.columns());
            for (int column = 0; column < table.columns(); column++) {
                fields.add(null);
            }
            rows.add(fields);
        }
        for (Cell cell : table.cells()) {
            for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
                for (int column = cell.column(); column < cell.column() + cell.columnSpan(); column++) {
                    rows.get(row).set(column, cell);
                }
            }
        }
        return rows;
    }

    private static List<List<@Nullable Cell>> sparse(Table table) {
        var rows = new TreeMap<Integer, List<@Nullable Cell>>();
        table.cells().stream().sorted(Comparator.comparingInt(Cell::column)).forEach(cell -> rows.computeIfAbsent(
                        cell.row(), row -> new ArrayList<>())
                .add(cell));
        return new ArrayList<>(rows.values());
    }
}
