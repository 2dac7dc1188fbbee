package dev.pagewright.export.docx;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Table;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.document.text.TableGrid;
import dev.pagewright.export.markup.MarkupWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with merged cells and header rows that repeat. Not thread-safe. */
final class DocxTable {

    /** Word opens no table with more columns. */
    private static final int MAX_COLUMNS = 63;

    private static final int WIDTH = 9_000;

    private final MarkupWriter word;
    private final Paragraphs paragraphs;
    private final Table table;

    DocxTable(MarkupWriter word, Paragraphs paragraphs, Table table) {
        this.word = word;
        this.paragraphs = paragraphs;
        this.table = table;
    }

    void write() throws IOException {
        List<List<@Nullable Cell>> rows = TableGrid.of(table);
        if (table.columns() > MAX_COLUMNS || rows.size() < table.rows() || rows.isEmpty()) {
            for (String line : PlainText.table(table).split("\n", -1)) {
                paragraphs.paragraph("Normal", line);
            }
            return;
        }
        word.open("w:tbl").open("w:tblPr");
        word.empty("w:tblStyle", "w:val", "TableGrid").empty("w:tblW", "w:w", "0", "w:type", "auto");
        word.close("w:tblPr").open("w:tblGrid");
        for (int column = 0; column < table.columns(); column++) {
            word.empty("w:gridCol", "w:w", Integer.toString(WIDTH / table.columns()));
        }
        word.close("w:tblGrid").line();
        boolean header = true;
        for (int row = 0; row < rows.size(); row++) {
            header = header && allHeaders(rows.get(row));
            row(rows.get(row), row, header);
        }
        word.close("w:tbl").line();
        paragraphs.paragraph("Normal", ""); // two tables without one between would be one
    }

    private static boolean allHeaders(List<@Nullable Cell> fields) {
        boolean any = false;
        for (Cell cell : fields) {
            if (cell != null && !cell.header()) {
                return false;
            }
            any = any || cell != null;
        }
        return any;
    }

    private void row(List<@Nullable Cell> fields, int row, boolean header) throws IOException {
        word.open("w:tr");
        if (header) {
            word.open("w:trPr").empty("w:tblHeader").close("w:trPr");
        }
        for (int column = 0; column < fields.size(); ) {
            Cell cell = fields.get(column);
            cell(cell, row);
            column += cell == null ? 1 : cell.columnSpan();
        }
        word.close("w:tr").line();
    }

    private void cell(@Nullable Cell cell, int row) throws IOException {
        int columns = cell == null ? 1 : cell.columnSpan();
        word.open("w:tc").open("w:tcPr");
        word.empty("w:tcW", "w:w", Integer.toString(WIDTH / table.columns() * columns), "w:type", "dxa");
        if (columns > 1) {
            word.empty("w:gridSpan", "w:val", Integer.toString(columns));
        }
        if (cell != null && cell.rowSpan() > 1) {
            word.empty("w:vMerge", "w:val", cell.row() == row ? "restart" : "continue");
        }
        word.close("w:tcPr");
        if (cell == null || cell.row() != row) {
            paragraphs.paragraph("TableText", "");
        } else {
            paragraphs.paragraph(cell.header() ? "TableHeader" : "TableText", CleanText.lines(cell.text()));
        }
        word.close("w:tc");
    }
}
