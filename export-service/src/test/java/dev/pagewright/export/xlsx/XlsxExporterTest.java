package dev.pagewright.export.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import dev.pagewright.export.testing.FormulaCells;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new XlsxExporter();
    }

    @Override
    protected String read(byte[] file) {
        var text = new StringBuilder();
        var shown = new DataFormatter(Locale.US);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.forEach(sheet -> sheet.forEach(row ->
                    row.forEach(cell -> text.append(shown.formatCellValue(cell)).append('\n'))));
        } catch (IOException e) {
            throw new AssertionError("not a workbook", e);
        }
        return text.toString();
    }

    @Test
    void a_table_is_a_sheet_with_numbers_merged_cells_and_a_frozen_header() throws Exception {
        byte[] file = FakeSource.of(SamplePages.article(0)).written(exporter());

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheet("Page 1 Table 1");
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(1200);
            assertThat(sheet.getMergedRegions()).extracting(Object::toString).hasSize(2);
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 2);
        }
        assertThat(read(file)).contains("1,200", "North | East");
    }

    @Test
    void a_formula_in_a_cell_is_a_text() throws Exception {
        List<List<String>> rows = FormulaCells.all().map(List::of).toList();
        var page = new PageBuilder(0).table(false, rows).build();

        try (var workbook =
                new XSSFWorkbook(new ByteArrayInputStream(FakeSource.of(page).written(exporter())))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(rows.size() - 1);
            assertThat(sheet)
                    .allSatisfy(row -> assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING));
        }
    }

    @Test
    void a_failed_page_beside_tables_is_told_of() {
        byte[] file = FakeSource.of(new PageResult.Read(SamplePages.article(0)), SamplePages.failed(1))
                .written(exporter());

        assertThat(read(file)).contains("page_timeout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.56 | en | 1234.56 | #,##0.00",
                "1.234,56 | de | 1234.56 | #,##0.00",
                "12% | en | 0.12 | 0%",
                "-3,5 | fr | -3.5 | 0.0",
                "12,5 % | de-AT | 0.125 | 0.0\" \"%",
                "$1,234.50 | en | 1234.5 | \"$\"#,##0.00",
                "1.234,50 € | es | 1234.5 | #,##0.00\" €\"",
                "−7 | en | -7 | 0",
                "+7 | en | 7 | \"+\"0"
            })
    void numbers_are_read_as_the_documents_language_writes_them(
            String text, String language, double value, String format) {
        assertThat(CellValue.of(text, language)).isInstanceOfSatisfying(CellValue.Numeric.class, number -> {
            assertThat(number.value().doubleValue()).isEqualTo(value);
            assertThat(number.format()).isEqualTo(format);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, en, yyyy-mm-dd",
        "2024/02/29, ja, yyyy\\/mm\\/dd",
        "29.02.2024, de, dd\\.mm\\.yyyy",
        "29.2.2024, de, dd\\.m\\.yyyy",
        "29/02/2024, fr, dd\\/mm\\/yyyy"
    })
    void dates_are_dates_shown_as_they_stood(String text, String language, String format) {
        assertThat(CellValue.of(text, language)).isEqualTo(new CellValue.Date(LocalDate.of(2024, 2, 29), format));
    }

    @Test
    void a_column_is_as_wide_as_its_dates() throws Exception {
        byte[] file = FakeSource.of(new PageBuilder(0)
                        .table(false, List.of(List.of("2024-02-29")))
                        .build())
                .written(exporter());

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getColumnWidth(0)).isGreaterThan(10 * 256);
        }
    }

    @Test
    void cells_that_overlap_are_not_merged() throws Exception {
        var box = new BoundingBox(0, 0, 1, 1);
        var overlapping = List.of(new Cell(0, 0, 2, 2, false, "a", box), new Cell(1, 1, 1, 2, false, "b", box));
        byte[] file = FakeSource.of(new PageBuilder(0).table(2, 3, overlapping).build())
                .written(exporter());

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getMergedRegions()).hasSizeLessThan(2);
        }
        assertThat(read(file)).contains("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "007",
                "12345678901234567890",
                "31.02.2024",
                "1.2.3",
                "N/A",
                "12,34",
                "01/02/2024",
                "€5€",
                "01.01.1850"
            })
    void what_is_not_certainly_a_number_stays_text(String text) {
        assertThat(CellValue.of(text, "en")).isEqualTo(new CellValue.Text(text));
    }
}
