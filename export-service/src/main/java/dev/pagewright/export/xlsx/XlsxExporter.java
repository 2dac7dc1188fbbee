package dev.pagewright.export.xlsx;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.Table;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.Notes;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.document.text.TableGrid;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.markup.XmlText;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet a table, named after its page. A document without tables gives one sheet with a row a line of text. A sheet
 * holds 1,048,576 rows, 16,384 columns and 32,767 characters a cell; what lies beyond is left out.
 */
@Singleton
public class XlsxExporter implements Exporter {

    private static final int MAX_ROWS = 1 << 20;
    private static final int MAX_COLUMNS = 1 << 14;
    private static final int MAX_CHARACTERS = 32_767;
    private static final int MAX_WIDTH = 60;

    @Override
    public Format format() {
        return new Format("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        var workbook = new Workbook(output, "Pagewright", "1.0");
        boolean tables = false;
        List<String> notes = new ArrayList<>();
        try (Pages pages = source.pages()) {
            while (pages.hasNext()) {
                switch (pages.next()) {
                    case PageResult.Failed failed -> notes.add(Notes.unread(failed));
                    case PageResult.Read read -> {
                        List<Table> found = read.page().tables();
                        for (int i = 0; i < found.size(); i++) {
                            tables = true;
                            String name = "Page %d Table %d".formatted(read.number(), i + 1);
                            table(workbook.newWorksheet(name), found.get(i), language(read.page(), source));
                        }
                    }
                }
            }
        }
        if (!tables) {
            text(workbook.newWorksheet("Text"), source);
        } else if (!notes.isEmpty()) {
            rows(workbook.newWorksheet("Notes"), notes);
        }
        workbook.finish();
    }

    /** The page's own, for a document may have several. */
    private static @Nullable String language(Page page, ExportSource source) {
        String language = page.reading().language();
        return language == null ? source.sourceLanguage() : language;
    }

    private static void table(Worksheet sheet, Table table, @Nullable String language) throws IOException {
        int headers = 0;
        List<List<@Nullable Cell>> grid = TableGrid.of(table);
        for (Cell cell : table.cells()) {
            if (cell.row() < MAX_ROWS && cell.column() < MAX_COLUMNS) {
                cell(sheet, cell, language);
                merge(sheet, cell, grid);
                headers = cell.header() ? Math.max(headers, cell.row() + cell.rowSpan()) : headers;
            }
        }
        widths(sheet, table);
        if (headers > 0 && headers < table.rows() && headers < 100) {
            sheet.freezePane(0, headers);
        }
        sheet.finish();
    }

    /** Wide enough for what each column shows: a date or number that does not fit is shown as hashes. */
    private static void widths(Worksheet sheet, Table table) {
        var longest = new TreeMap<Integer, Integer>();
        for (Cell cell : table.cells()) {
            if (cell.columnSpan() == 1 && cell.column() < MAX_COLUMNS) {
                for (String line : cell.text().split("\n", -1)) {
                    longest.merge(cell.column(), line.length(), Math::max);
                }
            }
        }
        longest.forEach((column, characters) -> sheet.width(column, Math.clamp(characters + 2, 8, MAX_WIDTH)));
    }

    private static void cell(Worksheet sheet, Cell cell, @Nullable String language) {
        int row = cell.row();
        int column = cell.column();
        switch (cell.header() ? new CellValue.Text(cell.text()) : CellValue.of(cell.text(), language)) {
            case CellValue.Text text -> {
                String shown = text(text.text());
                sheet.value(row, column, shown);
                if (shown.indexOf('\n') >= 0) {
                    sheet.style(row, column).wrapText(true).set();
                }
            }
            case CellValue.Numeric number -> {
                sheet.value(row, column, number.value());
                sheet.style(row, column).format(number.format()).set();
            }
            case CellValue.Date date -> {
                sheet.value(row, column, date.value());
                sheet.style(row, column).format(date.format()).set();
            }
        }
        if (cell.header()) {
            sheet.style(row, column).bold().set();
        }
    }

    /** Cells that overlap, as only damaged tables have them, are not merged: no spreadsheet would open them. */
    private static void merge(Worksheet sheet, Cell cell, List<List<@Nullable Cell>> grid) {
        int bottom = Math.min(MAX_ROWS, cell.row() + cell.rowSpan()) - 1;
        int right = Math.min(MAX_COLUMNS, cell.column() + cell.columnSpan()) - 1;
        if (bottom == cell.row() && right == cell.column()) {
            return;
        }
        for (int row = cell.row(); row <= bottom; row++) {
            for (int column = cell.column(); column <= right; column++) {
                if (row >= grid.size()
                        || column >= grid.get(row).size()
                        || !cell.equals(grid.get(row).get(column))) {
                    return;
                }
            }
        }
        sheet.range(cell.row(), cell.column(), bottom, right).merge();
    }

    private static void text(Worksheet sheet, ExportSource source) throws IOException {
        int row = 0;
        try (Pages pages = source.pages()) {
            while (pages.hasNext() && row < MAX_ROWS) {
                String text =
                        switch (pages.next()) {
                            case PageResult.Failed failed -> Notes.unread(failed);
                            case PageResult.Read read -> PlainText.of(read.page());
                        };
                for (String line : text.split("\n", -1)) {
                    if (!line.isBlank() && row < MAX_ROWS) {
                        sheet.value(row++, 0, text(line));
                    }
                }
            }
        }
        sheet.finish();
    }

    private static void rows(Worksheet sheet, List<String> lines) throws IOException {
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, text(lines.get(row)));
        }
        sheet.finish();
    }

    private static String text(String text) {
        String clean = XmlText.of(CleanText.lines(text));
        return clean.length() <= MAX_CHARACTERS ? clean : clean.substring(0, MAX_CHARACTERS - 1) + "…";
    }
}
