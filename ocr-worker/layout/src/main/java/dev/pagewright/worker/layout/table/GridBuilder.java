package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.worker.layout.table.FoundTable.FoundCell;
import java.util.ArrayList;
import java.util.List;

/** Builds the grid of a table whose columns or rows are not ruled, from where its text stands. */
final class GridBuilder {

    private final List<TextRow> rows;
    private final List<RuledLine> rules;
    private final double size;
    private final double left;
    private final double right;

    /**
     * @param rows of text within the table, from top to bottom
     * @param rules horizontal ones, of the table or beside it
     */
    GridBuilder(List<TextRow> rows, List<RuledLine> rules, double size) {
        this.rows = rows;
        this.size = size;
        this.left = rows.stream().mapToDouble(row -> row.box().left()).min().orElse(0);
        this.right = rows.stream().mapToDouble(row -> row.box().right()).max().orElse(0);
        double top = rows.getFirst().top();
        double bottom = rows.getLast().bottom();
        this.rules = rules.stream()
                .filter(rule -> rule.at() > top && rule.at() < bottom && rule.common(left, right) > 0)
                .toList();
    }

    Columns columns() {
        return ColumnFinder.find(rows, size);
    }

    FoundTable build(Columns columns, double confidence) {
        var placer = new FieldPlacer(columns, size);
        List<GridRow> lines = new ArrayList<>(rows.stream().map(placer::row).toList());
        int header = Math.min(new Headers(rules, left, right).count(lines, size), lines.size() - 1);
        int last = Math.max(0, header - 1);
        lines.set(last, placer.split(lines.get(last))); // headings over several columns would have others beneath them
        List<GridRow> bodyLines = lines.subList(header, lines.size());
        List<GridRow> body = new RowMerger(rules, columns.count(), size).merge(bodyLines);
        var spans = new HeaderSpans(columns.count(), lines, rules, size);
        body = body.stream().map(spans::centred).toList();
        List<GridRow> grid =
                new ArrayList<>(new HeaderRows(spans, rules, size).of(lines.subList(0, header), body.getFirst()));
        int headerRows = grid.size();
        grid.addAll(body);
        return table(columns, grid, headerRows, confidence);
    }

    private FoundTable table(Columns columns, List<GridRow> grid, int headerRows, double confidence) {
        List<FoundCell> cells = new ArrayList<>();
        BoundingBox box = BoundingBox.hull(rows.stream().map(TextRow::box).toList());
        for (int row = 0; row < grid.size(); row++) {
            GridRow line = grid.get(row);
            for (Field field : line.fields()) {
                int from = row;
                int to = row;
                if (row < headerRows) {
                    from = highest(grid, row, field);
                    to = lowest(grid, row, field, headerRows);
                }
                var place = new BoundingBox(
                        Math.min(field.left(), columns.left(field.first(), box.left())),
                        grid.get(from).top(),
                        Math.max(field.right(), columns.right(field.last(), box.right())),
                        grid.get(to).bottom());
                cells.add(new FoundCell(
                        from,
                        field.first(),
                        to - from + 1,
                        field.last() - field.first() + 1,
                        row < headerRows,
                        field.tokens(),
                        place));
            }
        }
        return new FoundTable(box, grid.size(), columns.count(), confidence, cells);
    }

    /** A heading without another above it reaches up to the top. */
    private static int highest(List<GridRow> grid, int row, Field field) {
        int from = row;
        while (from > 0 && free(grid.get(from - 1), field)) {
            from--;
        }
        return from == 0 ? 0 : row;
    }

    private static int lowest(List<GridRow> grid, int row, Field field, int headerRows) {
        int to = row;
        while (to + 1 < headerRows && free(grid.get(to + 1), field)) {
            to++;
        }
        return to == headerRows - 1 ? to : row;
    }

    private static boolean free(GridRow line, Field field) {
        for (int column = field.first(); column <= field.last(); column++) {
            if (line.at(column) != null) {
                return false;
            }
        }
        return true;
    }
}
