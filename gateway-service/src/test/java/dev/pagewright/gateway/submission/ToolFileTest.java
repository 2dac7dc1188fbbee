package dev.pagewright.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolFileTest {

    @Test
    void readsAPresetWithItsOptions() throws IOException {
        assertThat(read("""
                        [
                          {"slug": "german-letters", "title": "German letters", "tier": "vlm", "format": "docx",
                           "options": {"language": "de", "ocr": "force", "translate_to": "en"}}
                        ]
                        """))
                .containsExactly(new ToolCatalogue.Tool(
                        "german-letters",
                        "German letters",
                        "",
                        "vlm",
                        "docx",
                        Map.of("language", "de", "ocr", "force", "translate_to", "en")));
    }

    @Test
    void theShippedFileIsSound() throws IOException {
        try (InputStream shipped = Objects.requireNonNull(ToolFile.class.getResourceAsStream("/tools.json"))) {
            assertThat(ToolFile.read(shipped, "shipped")).hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'slug': 'a', 'title': 'A', 'colour': 'red'}|no preset has a field",
                "{'slug': 'a b', 'title': 'A'}|a slug has",
                "{'slug': 'a', 'title': 'A', 'tier': 'best'}|a tier is cpu or vlm",
                "{'slug': 'a', 'title': 'A', 'format': 'exe'}|no format",
                "{'slug': 'a', 'title': 'A', 'options': {'x': 'y'}}|no option",
                "{'slug': 'a', 'title': 'A', 'options': {'ocr': 'maybe'}}|cannot be",
                "{'slug': 'a', 'title': 'A', 'options': {'csv_rows': 'all'}}|cannot be",
                "{'slug': 'a', 'title': 7}|is a text",
                "{'title': 'A'}|needs",
                "{'slug': 'ok', 'title': 'Again'}|a second preset",
                "7|a preset is an object",
                "{'slug': 'a' 'title'}|Unexpected character"
            })
    void namesTheLineThatIsWrong(String preset, String complaint) {
        String file = "[\n{\"slug\": \"ok\", \"title\": \"OK\"},\n\n%s\n]".formatted(preset.replace('\'', '"'));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("own.json, line 4: ")
                .hasMessageContaining(complaint);
    }

    private static List<ToolCatalogue.Tool> read(String json) throws IOException {
        return ToolFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "own.json");
    }
}
