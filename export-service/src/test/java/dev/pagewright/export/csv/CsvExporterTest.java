package dev.pagewright.export.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.document.testing.PageBuilder;
import dev.pagewright.export.format.ExportRefusedException;
import dev.pagewright.export.format.Exporter;
import dev.pagewright.export.format.ExporterContract;
import dev.pagewright.export.testing.FakeSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExporterTest extends ExporterContract {

    @Override
    protected Exporter exporter() {
        return new CsvExporter();
    }

    @Override
    protected String read(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
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

    @ParameterizedTest
    @ValueSource(strings = {"-12.5", "+3", "-1,234", "-€ 5", "- 7%", "plain", "-"})
    void what_a_spreadsheet_does_not_run_stays(String cell) {
        assertThat(CsvWriter.harmless(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "  =1", "\t=1"})
    void what_a_spreadsheet_would_run_is_quoted(String cell) {
        assertThat(CsvWriter.harmless(cell)).isEqualTo("'" + cell);
    }
}
