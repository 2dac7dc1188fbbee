package dev.pagewright.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.client.TurningModel;
import dev.pagewright.system.client.Waiting;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** C13: every tool that the running system lists does what its name says; a new one fails until it is tested here. */
@ExtendWith(SystemExtension.class)
class ToolsIT {

    private static final List<String> LINES = SampleDocuments.lines(3);
    private static final List<String> RECEIPT = List.of(
            "CORNER SHOP LTD",
            "24/12/2025   10:31",
            "Green tea            5.00",
            "Milk                 1.20",
            "TOTAL               £6.20");
    private static final List<List<String>> TABLE = List.of(
            List.of("Item", "Pieces", "Price"),
            List.of("Lamp", "12", "7.50"),
            List.of("Chair", "4", "19.90"),
            List.of("Table", "2", "88.00"));

    @TempDir
    private Path folder;

    private final Client client;

    ToolsIT(LaunchedSystem system) throws Exception {
        client = system.client();
    }

    @TestFactory
    Stream<DynamicTest> everyTool() throws Exception {
        JsonNode tools = client.get("/api/v1/tools/").json().path("items");
        assertThat(tools).isNotEmpty();
        return StreamSupport.stream(tools.spliterator(), false)
                .map(tool -> dynamicTest(tool.path("slug").asText(), () -> check(tool)));
    }

    private void check(JsonNode tool) throws Exception {
        String slug = tool.path("slug").asText();
        switch (slug) {
            case "image-to-text", "handwriting-to-text" ->
                assertThat(text(slug, "txt", "page.png", SampleDocuments.png(LINES)))
                        .containsIgnoringCase(LINES.getFirst());
            case "pdf-to-text" ->
                assertThat(text(slug, "txt", "report.pdf", SampleDocuments.textPdf(4)))
                        .contains(LINES.getFirst());
            case "pdf-to-markdown" ->
                assertThat(text(slug, "md", "table.pdf", SampleDocuments.tablePdf(TABLE)))
                        .containsPattern("\\|\\s*Chair\\s*\\|\\s*4\\s*\\|\\s*19.90\\s*\\|");
            case "pdf-to-word" ->
                assertThat(part(download(slug, "docx", "report.pdf", SampleDocuments.textPdf(4)), "word/document.xml"))
                        .contains(LINES.getFirst());
            case "pdf-to-excel" -> {
                byte[] workbook = download(slug, "xlsx", "table.pdf", SampleDocuments.tablePdf(TABLE));
                assertThat(part(workbook, "xl/worksheets/sheet1.xml")).contains("19.9");
            }
            case "searchable-pdf" -> {
                byte[] pdf = download(slug, "pdf", "scan.pdf", SampleDocuments.scannedPdf(1));
                try (var document = Loader.loadPDF(pdf)) {
                    assertThat(new PDFTextStripper().getText(document))
                            .containsIgnoringCase(SampleDocuments.lines(0).getFirst());
                }
            }
            case "extract-tables" -> {
                assertThat(text(slug, "csv", "table.pdf", SampleDocuments.tablePdf(TABLE)))
                        .isEqualToNormalizingNewlines(
                                "Item,Pieces,Price\nLamp,12,7.50\nChair,4,19.90\nTable,2,88.00\n");
                assertThat(text(slug, "csv", "report.pdf", SampleDocuments.textPdf(1)))
                        .isEqualToNormalizingNewlines("No table was found in this document.\n");
            }
            case "receipt-to-csv" ->
                assertThat(text(slug, "csv", "receipt.png", SampleDocuments.png(RECEIPT)))
                        .startsWith("field,text,quantity,amount,currency")
                        .contains(
                                "merchant,CORNER SHOP LTD,,,",
                                "date,2025-12-24,,,",
                                "item,Green tea,,5.00",
                                "total,,,6.20");
            case "translate" -> {
                assertThat(tool.path("available").asBoolean()).isFalse();
                Client.Answer refused = client.submit(
                        "report.pdf", SampleDocuments.textPdf(1), Map.of("tool", slug, "translate_to", "de"));
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.json().path("code").asText()).isEqualTo("tool_unavailable");
                translates(slug);
            }
            default -> throw new AssertionError("nobody has tested the tool " + slug + " from end to end");
        }
    }

    /** With a model, which the installation of the other tools has not. */
    private void translates(String slug) throws Exception {
        try (var model = new TurningModel();
                var system = LaunchedSystem.start(
                        Map.of("PAGEWRIGHT_TRANSLATION_URL", model.url(), "PAGEWRIGHT_TRANSLATION_MODEL", "turning"))) {
            Client other = system.client();
            JsonNode offered = Waiting.until("the tool " + slug, Duration.ofSeconds(60), () -> {
                for (JsonNode each : other.get("/api/v1/tools/").json().path("items")) {
                    if (each.path("slug").asText().equals(slug)
                            && each.path("available").asBoolean()) {
                        return each;
                    }
                }
                return null;
            });
            JsonNode job = other.ended(
                    other.submit("report.pdf", SampleDocuments.textPdf(4), Map.of("tool", slug, "translate_to", "de"))
                            .json()
                            .path("uuid")
                            .asText());
            Client.Answer translated =
                    other.get("/api/v1/ocr/" + job.path("uuid").asText() + "/download/?format="
                            + offered.path("format").asText());

            assertThat(translated.text())
                    .contains(TurningModel.turned(LINES.getFirst()))
                    .doesNotContain(LINES.getFirst());
        }
    }

    private String text(String tool, String format, String name, byte[] file) throws Exception {
        return new String(download(tool, format, name, file), StandardCharsets.UTF_8);
    }

    /** The file that the tool offers first. */
    private byte[] download(String tool, String format, String name, byte[] file) throws Exception {
        JsonNode job = client.ended(client.submit(name, file, Map.of("tool", tool))
                .json()
                .path("uuid")
                .asText());
        assertThat(job.path("status").asText()).isEqualTo("done");
        Client.Answer answer = client.get("/api/v1/ocr/" + job.path("uuid").asText() + "/download/?format=" + format);
        assertThat(answer.status())
                .as(answer.status() == 200 ? "" : answer.text())
                .isEqualTo(200);
        return answer.body();
    }

    private String part(byte[] archive, String name) throws Exception {
        Path file = Files.write(folder.resolve("archive.zip"), archive);
        try (var zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            assertThat(entry).as(name).isNotNull();
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
