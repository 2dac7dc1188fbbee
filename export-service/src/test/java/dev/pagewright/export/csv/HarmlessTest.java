package dev.pagewright.export.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.export.testing.Csv;
import dev.pagewright.export.testing.FormulaCells;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {

    @Test
    @DisplayName("no cell runs, whether a spreadsheet divides by comma, semicolon or tab, and whether it knows quotes")
    void noCellRuns() {
        assertThat(FormulaCells.all()).isNotEmpty().allSatisfy(cell -> {
            String file = file(false, "first", cell, "last");

            assertThat(Csv.rows(file.getBytes(StandardCharsets.UTF_8)).stream().flatMap(List::stream))
                    .noneMatch(FormulaCells::runs);
            for (String separators : List.of("[;\r\n]", "[\t\r\n]")) {
                assertThat(Arrays.stream(file.split(separators, -1))).noneMatch(FormulaCells::runs);
            }
        });
    }

    @Test
    void whatIsWantedRawIsGivenAsItIs() {
        assertThat(FormulaCells.all()).allSatisfy(cell -> assertThat(
                        Csv.rows(file(true, "first", cell, "last").getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("first", cell, "last")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                "-12.5",
                "+3",
                "-1,234",
                "-1.234,56",
                "-€ 5",
                "-5 €",
                "- 7%",
                "+49 89 123456",
                "－１２",
                "-.5",
                "plain",
                "a = b",
                "x+y",
                "a;b",
                "first\nsecond",
                "1;-2",
                "e@mail",
                "3-4"
            })
    void whatASpreadsheetDoesNotRunStays(String cell) {
        assertThat(Harmless.of(cell)).isEqualTo(cell);
    }

    private static String file(boolean raw, String... cells) {
        var out = new StringWriter();
        try {
            new CsvWriter(out, raw).row(List.of(cells));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }
}
