package dev.pagewright.export.html;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Table;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.TableGrid;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with its header rows and spans. */
final class HtmlTable {

    private HtmlTable() {}

    static void write(MarkupWriter html, Table table) throws IOException {
        html.open("div", "class", "scroll").open("table").line();
        List<List<@Nullable Cell>> rows = TableGrid.of(table);
        int headers = headerRows(table);
        for (int row = 0; row < rows.size(); row++) {
            if (row == 0) {
                html.open(headers > 0 ? "thead" : "tbody").line();
            } else if (row == headers) {
                html.close("thead").open("tbody").line();
            }
            row(html, rows.get(row), row, rows.size() < table.rows());
        }
        if (!rows.isEmpty()) {
            html.close();
        }
        html.close("table").close("div");
    }

    /** Rows from the top that hold header cells alone; a span that reaches out of them ends them. */
    private static int headerRows(Table table) {
        int first = table.rows();
        for (Cell cell : table.cells()) {
            if (!cell.header()) {
                first = Math.min(first, cell.row());
            }
        }
        int end = table.cells().stream().anyMatch(Cell::header) ? first : 0;
        for (Cell cell : table.cells()) {
            if (cell.row() < end && cell.row() + cell.rowSpan() > end) {
                return 0;
            }
        }
        return end == table.rows() ? 0 : end;
    }

    private static void row(MarkupWriter html, List<@Nullable Cell> fields, int row, boolean sparse)
            throws IOException {
        html.open("tr");
        for (int column = 0; column < fields.size(); column++) {
            Cell cell = fields.get(column);
            if (cell == null) {
                html.open("td").close("td");
            } else if (sparse || TableGrid.begins(cell, row, column)) {
                cell(html, cell);
            }
        }
        html.close("tr").line();
    }

    private static void cell(MarkupWriter html, Cell cell) throws IOException {
        List<String> attributes = new ArrayList<>(List.of("dir", "auto"));
        if (cell.rowSpan() > 1) {
            attributes.addAll(List.of("rowspan", Integer.toString(cell.rowSpan())));
        }
        if (cell.columnSpan() > 1) {
            attributes.addAll(List.of("colspan", Integer.toString(cell.columnSpan())));
        }
        html.element(cell.header() ? "th" : "td", CleanText.lines(cell.text()), attributes.toArray(String[]::new));
    }
}
