package dev.pagewright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.Page;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.document.text.CleanText;
import dev.pagewright.export.csv.CsvExporter;
import dev.pagewright.export.docx.DocxExporter;
import dev.pagewright.export.html.HtmlExporter;
import dev.pagewright.export.testing.Csv;
import dev.pagewright.export.testing.FakeSource;
import dev.pagewright.export.xlsx.XlsxExporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;

/** A table reads the same in csv, xlsx, docx and html, as it is displayed. */
class TablesAgreeTest {

    private static final int COLUMNS = 3;

    /** Rows of texts, and of what a spreadsheet takes for a number, a date or a formula. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells = Arbitraries.oneOf(
                Arbitraries.of(
                        "1,234.56",
                        "-7",
                        "+3.50",
                        "12.5%",
                        "12 %",
                        "$1,200",
                        "3.50 €",
                        "2026-11-24",
                        "24.12.2026",
                        "007",
                        "=1+1",
                        "@a",
                        "-a",
                        "a, b",
                        "a\nb"),
                Arbitraries.strings().alpha().numeric().withChars(" \"',;<&äЖ日").ofMaxLength(9));
        return cells.list().ofSize(COLUMNS).list().ofMinSize(1).ofMaxSize(4).filter(rows -> rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> !cell.isBlank()));
    }

    @Property(tries = 60)
    void a_table_reads_the_same_in_every_format(@ForAll("tables") List<List<String>> rows) throws Exception {
        Page page = new PageBuilder(0).table(false, rows).build();
        var source = FakeSource.of(page);
        List<String> cells =
                rows.stream().flatMap(List::stream).map(CleanText::lines).toList();

        assertThat(csv(source)).isEqualTo(cells);
        assertThat(xlsx(source, rows.size())).isEqualTo(cells);
        assertThat(docx(source)).isEqualTo(cells);
        assertThat(html(source)).isEqualTo(cells);
    }

    private static List<String> csv(FakeSource source) throws IOException {
        var exporter = new CsvExporter();
        byte[] file = source.with(exporter.format(), "raw", "true").written(exporter);
        return Csv.rows(file).stream().flatMap(List::stream).toList();
    }

    private static List<String> xlsx(FakeSource source, int rows) throws IOException {
        List<String> cells = new ArrayList<>();
        var shown = new DataFormatter(Locale.US);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(source.written(new XlsxExporter())))) {
            var sheet = workbook.getSheetAt(0);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    boolean there = sheet.getRow(row) != null;
                    cells.add(there ? shown.formatCellValue(sheet.getRow(row).getCell(column)) : "");
                }
            }
        }
        return cells;
    }

    private static List<String> docx(FakeSource source) throws IOException {
        List<String> cells = new ArrayList<>();
        try (var document = new XWPFDocument(new ByteArrayInputStream(source.written(new DocxExporter())))) {
            document.getTables().forEach(table -> table.getRows()
                    .forEach(row -> row.getTableCells().forEach(cell -> cells.add(cell.getText()))));
        }
        return cells;
    }

    private static List<String> html(FakeSource source) {
        var page = Jsoup.parse(new String(source.written(new HtmlExporter()), StandardCharsets.UTF_8));
        return page.select("td").stream().map(cell -> cell.wholeText()).toList();
    }
}
