package dev.pagewright.export.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.Page;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.document.testing.SamplePages;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.receipt.Slip;
import dev.pagewright.export.testing.Csv;
import dev.pagewright.export.testing.FakeSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new CsvExporter();
    }

    @Override
    protected String read(byte[] file) {
        return Csv.rows(file).stream().flatMap(List::stream).collect(Collectors.joining("\n"));
    }

    /** A cell that a spreadsheet would run is told otherwise. */
    @Override
    protected FakeSource source(PageResult... pages) {
        try {
            return super.source(pages).with(exporter().format(), "raw", "true");
        } catch (ExportRefusedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_page_between_tables_that_failed_is_told_of_in_its_place() throws Exception {
        Page table = new PageBuilder(0).table(false, List.of(List.of("a"))).build();
        var source = FakeSource.of(new PageResult.Read(table), SamplePages.failed(1), new PageResult.Read(table));

        assertThat(source.text(exporter())).matches("a\r\n\r\nPage 2 could .*page_timeout.*\r\n\r\na\r\n");
        assertThat(source.with(exporter().format(), "table", "2").text(exporter()))
                .isEqualTo("a\r\n");
    }

    private static FakeSource twoTables() {
        return FakeSource.of(new PageBuilder(0)
                .table(true, List.of(List.of("Item", "Price"), List.of("Tea, green", "=1+1")))
                .table(false, List.of(List.of("a \"b\"", "line\nbreak")))
                .build());
    }

    @Test
    void tables_come_one_after_another_with_a_blank_line_between() {
        assertThat(twoTables().text(exporter()))
                .isEqualTo("Item,Price\r\n\"Tea, green\",'=1+1\r\n\r\n\"a \"\"b\"\"\",\"line\nbreak\"\r\n");
    }

    @Test
    void one_table_can_be_picked_and_left_raw() throws Exception {
        var source = twoTables().with(exporter().format(), "table", "1", "raw", "true");

        assertThat(source.text(exporter())).isEqualTo("Item,Price\r\n\"Tea, green\",=1+1\r\n");
    }

    @Test
    void a_table_that_is_not_there_is_refused() throws Exception {
        var source = twoTables().with(exporter().format(), "table", "3");

        assertThatThrownBy(() -> source.text(exporter())).hasCauseInstanceOf(ExportRefusedException.class);
    }

    /** C13: what receipt-to-csv asks for gives merchant, date, lines and total as a table. */
    @Test
    void a_receipt_comes_as_its_fields() throws Exception {
        var page = new Slip()
                .row("CORNER SHOP LTD")
                .row("Invoice", "24/12/2025 10:31")
                .row("2 x Tea, green", "5.00")
                .row("Milk", "1.20")
                .row("Net", "5.17")
                .row("VAT 20%", "1.03")
                .row("TOTAL", "£6.20")
                .row("Cash", "10.00")
                .row("Change", "3.80")
                .page();

        assertThat(FakeSource.of(page)
                        .with(exporter().format(), "rows", "receipt")
                        .text(exporter()))
                .isEqualToNormalizingNewlines("""
                        field,text,quantity,amount,currency
                        merchant,CORNER SHOP LTD,,,
                        date,2025-12-24,,,
                        time,10:31,,,
                        item,"Tea, green",2,5.00,£
                        item,Milk,,1.20,£
                        subtotal,,,5.17,£
                        tax,20%,,1.03,£
                        total,,,6.20,£
                        paid,,,10.00,£
                        change,,,3.80,£
                        """);
    }

    /** C13: what extract-tables asks for gives every table, and says so where there is none. */
    @Test
    void a_document_without_tables_says_so_where_they_alone_are_wanted() throws Exception {
        var source =
                FakeSource.of(SamplePages.text(0, "only text")).with(exporter().format(), "rows", "tables");

        assertThat(source.text(exporter())).isEqualTo("No table was found in this document.\r\n");
        assertThat(twoTables().with(exporter().format(), "rows", "tables").text(exporter()))
                .isEqualTo(twoTables().text(exporter()));
    }
}
