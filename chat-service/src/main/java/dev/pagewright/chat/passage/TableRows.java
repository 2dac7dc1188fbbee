package dev.pagewright.chat.passage;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Table;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.TableGrid;
import dev.pagewright.field.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rows of a table with their column headers and the label of the group that they stand in. */
final class TableRows {

    /** @param text the row as {@code PlainText} shows it, folded */
    record Found(TableRow row, String text, List<PlacedText> places) {}

    /** The sign of money that stands in a field of its own before its figure. */
    private static final Pattern SIGN = Pattern.compile("[\\p{Sc}%()\\s]+");

    private static final List<ValueType> VALUES =
            List.of(ValueType.AMOUNT, ValueType.QUANTITY, ValueType.PERCENT, ValueType.TIME);

    private TableRows() {}

    static List<Found> of(int index, Table table) {
        List<List<Cell>> rows = rows(table);
        int headers = headers(rows);
        var columns = new ColumnHeaders(rows.subList(0, headers));
        var groups = new RowGroups(columns.corner());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Cell> cells = rows.get(i);
            List<PlacedText> places = cells.stream()
                    .map(cell -> new PlacedText(text(cell), cell.box()))
                    .toList();
            String text = String.join(" ", places.stream().map(PlacedText::text).toList());
            found.add(new Found(row(index, cells, i < headers, columns, groups), text, places));
        }
        return found;
    }

    private static TableRow row(int index, List<Cell> cells, boolean header, ColumnHeaders columns, RowGroups groups) {
        Cell first = cells.getFirst();
        if (header) {
            return new TableRow(index, "", text(first), List.of());
        }
        boolean labelled = first.column() == 0 && !Figures.figure(text(first));
        List<Cell> data = labelled ? cells.subList(1, cells.size()) : cells;
        String group = labelled ? groups.of(first, data.isEmpty()) : "";
        List<TableRow.Field> fields = data.stream()
                .filter(cell -> !SIGN.matcher(text(cell)).matches())
                .map(cell -> new TableRow.Field(columns.of(cell), text(cell), cell.box()))
                .toList();
        return new TableRow(index, group, labelled ? text(first) : "", fields);
    }

    /** Rows of cells that hold text, by column; rows without any are left out. */
    private static List<List<Cell>> rows(Table table) {
        Map<Integer, List<Cell>> rows = new TreeMap<>();
        for (List<@org.jspecify.annotations.Nullable Cell> fields : TableGrid.of(table)) {
            for (Cell cell : fields) {
                if (cell != null && !text(cell).isEmpty()) {
                    List<Cell> row = rows.computeIfAbsent(cell.row(), r -> new ArrayList<>());
                    if (!row.contains(cell)) {
                        row.add(cell);
                    }
                }
            }
        }
        return new ArrayList<>(rows.values());
    }

    /** Leading rows that are marked as headers, or that hold no figures where later rows do. */
    private static int headers(List<List<Cell>> rows) {
        int marked = 0;
        while (marked < rows.size()
                && rows.get(marked).stream().allMatch(Cell::header)
                && !data(rows.get(marked))
                && !(marked + 1 < rows.size() && alike(rows.get(marked), rows.get(marked + 1)))) {
            marked++;
        }
        int plain = marked;
        while (plain < rows.size()
                && headerLike(rows.get(plain))
                && !(plain + 1 < rows.size() && alike(rows.get(plain), rows.get(plain + 1)))) {
            plain++;
        }
        return plain < rows.size() && rows.get(plain).stream().anyMatch(cell -> Figures.figure(text(cell)))
                ? plain
                : marked;
    }

    /** Figures under the headers, whatever they are marked as; a day of the month alone is none. */
    private static boolean data(List<Cell> row) {
        return row.stream()
                .anyMatch(cell -> cell.column() > 0 && text(cell).length() > 3 && Figures.figure(text(cell)));
    }

    /** Whether a field of the row holds a value of the kind that stands below it: then it heads nothing. */
    private static boolean alike(List<Cell> row, List<Cell> below) {
        return row.stream().filter(cell -> cell.column() > 0).anyMatch(cell -> below.stream()
                .filter(other -> other.column() == cell.column())
                .anyMatch(other -> VALUES.stream().anyMatch(type -> type.in(text(cell)) && type.in(text(other)))));
    }

    /** A label with its value, such as a size with its unit, heads nothing. */
    private static boolean pair(List<Cell> row) {
        return row.size() == 2 && VALUES.stream().anyMatch(type -> type.in(text(row.getLast())));
    }

    private static boolean headerLike(List<Cell> row) {
        boolean figures = row.stream().anyMatch(cell -> Figures.figure(text(cell))) || pair(row);
        boolean label = row.size() == 1
                && row.getFirst().column() == 0
                && row.getFirst().columnSpan() == 1;
        return !figures && !label;
    }

    static String text(Cell cell) {
        return Folded.of(CleanText.oneLine(cell.text()));
    }
}
