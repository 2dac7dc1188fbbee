package dev.pagewright.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.document.SampleDocuments;
import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C01 to C07 and C10 on real parts: documents go in, their words come out. */
@ExtendWith(SystemExtension.class)
class ReadingIT {

    private final Client client;

    ReadingIT(LaunchedSystem system) throws Exception {
        client = system.client();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void c10AnImageIsReadInline(String format) throws Exception {
        Client.Answer answer =
                client.submit("page." + format, SampleDocuments.image(SampleDocuments.lines(4), format), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        JsonNode job = answer.json();
        assertThat(job.path("status").asText()).isEqualTo("done");
        assertThat(job.path("page_count").asInt()).isEqualTo(1);
        assertReads(job.path("text").asText(), 4);
        JsonNode page = job.path("pages").path(0);
        assertThat(page.path("engine").asText()).isIn("tesseract", "pp-ocr");
        assertThat(page.path("engine_reason").asText()).isIn("no_text_layer", "low_confidence");
        assertThat(page.path("blocks").path(0).path("bbox")).hasSize(4);
        assertThat(page.path("blocks").path(0).path("confidence").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void c10EveryPageOfATiffIsAPage() throws Exception {
        JsonNode job =
                client.submit("fax.tiff", SampleDocuments.tiff(3), Map.of()).json();

        assertThat(job.path("page_count").asInt()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertReads(job.path("pages").path(i).path("text").asText(), i);
        }
    }

    @Test
    void c02ATextLayerIsTakenWhereItIsTrusted() throws Exception {
        JsonNode job = client.submit("report.pdf", SampleDocuments.textPdf(2), Map.of())
                .json();

        assertThat(job.path("status").asText()).isEqualTo("done");
        assertThat(job.path("pages").path(1).path("engine").asText()).isEqualTo("text-layer");
        assertThat(job.path("pages").path(1).path("engine_reason").asText()).isEqualTo("text_layer_trusted");
        assertReads(job.path("text").asText(), 1);
    }

    @Test
    void c02MoreThanFivePagesAreAnsweredAtOnceAndPolled() throws Exception {
        Client.Answer answer = client.submit("scan.pdf", SampleDocuments.scannedPdf(6), Map.of());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("status").asText()).isIn("pending", "processing");
        JsonNode job = client.ended(answer.json().path("uuid").asText());
        assertThat(job.path("status").asText()).isEqualTo("done");
        assertThat(job.path("pages")).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertReads(job.path("pages").path(i).path("text").asText(), i);
        }
    }

    @Test
    void c11ThePremiumTierIsServedWithoutAnEndpointAndSettlesAtTheCpuPrice() throws Exception {
        JsonNode job = client.submit("page.png", SampleDocuments.png(SampleDocuments.lines(7)), Map.of("tier", "vlm"))
                .json();

        assertThat(job.path("status").asText()).isEqualTo("done");
        assertThat(job.path("pages").path(0).path("engine_reason").asText()).isEqualTo("vlm_not_configured");
        assertReads(job.path("text").asText(), 7);
    }

    @Test
    void anEncryptedPdfIsReadWithItsPassword() throws Exception {
        byte[] file = SampleDocuments.textPdf(1, "sesame");

        Client.Answer without = client.submit("secret.pdf", file, Map.of());
        Client.Answer wrong = client.submit("secret.pdf", file, Map.of("password", "guess"));
        Client.Answer with = client.submit("secret.pdf", file, Map.of("password", "sesame"));

        assertThat(without.json().path("code").asText()).isEqualTo("encrypted_pdf");
        assertThat(wrong.json().path("code").asText()).isEqualTo("wrong_password");
        assertReads(with.json().path("text").asText(), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "md", "docx", "pdf", "csv", "json"})
    void c05EveryFormatOfTheContractIsGiven(String format) throws Exception {
        String uuid = client.submit("report.pdf", SampleDocuments.textPdf(1), Map.of())
                .json()
                .path("uuid")
                .asText();

        Client.Answer file = client.get("/api/v1/ocr/" + uuid + "/download/?format=" + format);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isNotEmpty();
        if (!format.equals("docx") && !format.equals("pdf")) {
            assertReads(file.text(), 0);
        }
    }

    @Test
    void c06AnAnswerCitesThePageThatSaysIt() throws Exception {
        String uuid = client.submit("report.pdf", SampleDocuments.textPdf(4), Map.of())
                .json()
                .path("uuid")
                .asText();

        JsonNode answer = client.post("/api/v1/chat/" + uuid + "/", "{\"message\":\"What lies behind the meadow?\"}")
                .json();
        JsonNode history = client.get("/api/v1/chat/" + uuid + "/history/").json();

        JsonNode citation = answer.path("message").path("citations").path(0);
        assertThat(citation.path("page").asInt()).isIn(1, 2, 3, 4);
        JsonNode page = client.get("/api/v1/ocr/" + uuid + "/pages/"
                        + citation.path("page").asInt() + "/")
                .json();
        assertThat(page.path("text").asText().replaceAll("\\s+", " "))
                .contains(citation.path("snippet").asText().replaceAll("\\s+", " "));
        assertThat(history.path("messages")).hasSize(2);
    }

    @Test
    void c09ADeletedJobIsGoneEverywhere() throws Exception {
        String uuid = client.submit("page.png", SampleDocuments.png(SampleDocuments.lines(9)), Map.of())
                .json()
                .path("uuid")
                .asText();

        Client.Answer deleted = client.delete("/api/v1/ocr/" + uuid + "/");

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(client.get("/api/v1/ocr/" + uuid + "/").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/ocr/" + uuid + "/download/?format=txt").status())
                .isEqualTo(404);
        assertThat(client.get("/api/v1/chat/" + uuid + "/history/").status()).isEqualTo(404);
    }

    private static void assertReads(String text, int page) {
        String folded = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        SampleDocuments.lines(page).forEach(line -> assertThat(folded).contains(line.toLowerCase(Locale.ROOT)));
    }
}
