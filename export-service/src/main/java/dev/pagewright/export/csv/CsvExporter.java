package dev.pagewright.export.csv;

import dev.pagewright.document.Cell;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.Table;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.document.text.Notes;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.document.text.TableGrid;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.export.format.ExportOption;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.Format;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.format.Utf8;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a document, a blank line between two; a document without tables gives a row a line of text, unless
 * {@code rows} asks for tables alone or for what a receipt tells.
 */
@Singleton
public class CsvExporter implements Exporter {

    private static final String RECEIPT = "receipt";
    private static final String TABLES_ALONE = "tables";

    @Override
    public Format format() {
        return new Format(
                "csv",
                "Tables as CSV",
                "text/csv; charset=utf-8",
                "csv",
                new ExportOption.Choice(
                        "rows",
                        "tables alone, or what a receipt tells; else lines where there is no table",
                        List.of(TABLES_ALONE, RECEIPT)),
                new ExportOption.Count("table", "this table alone, counted from 1 over the document"),
                new ExportOption.Flag("raw", "cells as they are, even those that a spreadsheet would run"));
    }

    @Override
    public void write(ExportSource source, OutputStream output) throws IOException {
        Writer text = Utf8.writer(output);
        var csv = new CsvWriter(text, source.options().flag("raw"));
        OptionalInt wanted = source.options().count("table");
        if (source.options().chosen("rows", RECEIPT) && wanted.isEmpty()) {
            ReceiptTable.write(source, csv);
            text.flush();
            return;
        }
        int tables = new Tables(csv, wanted).write(source);
        if (wanted.isPresent() && wanted.getAsInt() > tables) {
            throw new ExportRefusedException(
                    ErrorCode.INVALID_PARAMETER,
                    "table is %d, and the document has %d.".formatted(wanted.getAsInt(), tables));
        }
        if (tables == 0 && source.options().chosen("rows", TABLES_ALONE)) {
            csv.row(List.of("No table was found in this document."));
        } else if (tables == 0) {
            lines(source, csv);
        }
        text.flush();
    }

    /** The tables in order, and a note where a page between them could not be read. Not thread-safe. */
    private static final class Tables {

        private final CsvWriter csv;
        private final OptionalInt wanted;
        private final List<PageResult.Failed> unread = new ArrayList<>();
        private int count;
        private boolean written;

        Tables(CsvWriter csv, OptionalInt wanted) {
            this.csv = csv;
            this.wanted = wanted;
        }

        /** @return how many there are, whether wanted or not; without any nothing is written */
        int write(ExportSource source) throws IOException {
            try (Pages pages = source.pages()) {
                while (pages.hasNext()) {
                    switch (pages.next()) {
                        case PageResult.Failed failed -> unread.add(failed);
                        case PageResult.Read read -> tables(read.page());
                    }
                }
            }
            if (count > 0) {
                notes();
            }
            return count;
        }

        private void tables(Page page) throws IOException {
            for (Table table : page.tables()) {
                count++;
                if (wanted.isEmpty() || wanted.getAsInt() == count) {
                    notes();
                    part();
                    table(table, csv);
                }
            }
        }

        /** One table that was asked for is that table and nothing else. */
        private void notes() throws IOException {
            if (wanted.isEmpty()) {
                for (PageResult.Failed failed : unread) {
                    part();
                    csv.row(List.of(Notes.unread(failed)));
                }
            }
            unread.clear();
        }

        private void part() throws IOException {
            if (written) {
                csv.blankLine();
            }
            written = true;
        }
    }

    private static void table(Table table, CsvWriter csv) throws IOException {
        List<List<@Nullable Cell>> rows = TableGrid.of(table);
        for (int row = 0; row < rows.size(); row++) {
            List<String> fields = new ArrayList<>();
            for (int column = 0; column < rows.get(row).size(); column++) {
                Cell cell = rows.get(row).get(column);
                boolean first = cell != null && cell.row() == row && cell.column() == column;
                boolean begins = first || sparse(table, rows);
                fields.add(begins && cell != null ? CleanText.lines(cell.text()) : "");
            }
            csv.row(fields);
        }
    }

    /** A table with more fields than can be laid out comes as its cells alone. */
    private static boolean sparse(Table table, List<List<@Nullable Cell>> rows) {
        return rows.size() < table.rows();
    }

    private static void lines(ExportSource source, CsvWriter csv) throws IOException {
        try (Pages pages = source.pages()) {
            while (pages.hasNext()) {
                switch (pages.next()) {
                    case PageResult.Failed failed -> csv.row(List.of(Notes.unread(failed)));
                    case PageResult.Read read -> lines(read.page(), csv);
                }
            }
        }
    }

    private static void lines(Page page, CsvWriter csv) throws IOException {
        for (String line : PlainText.of(page).split("\n", -1)) {
            if (!line.isBlank()) {
                csv.row(List.of(line));
            }
        }
    }
}
