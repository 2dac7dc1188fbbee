package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SubmissionIT {

    private static SimulatedWorker worker;
    private static Path incoming;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
        incoming = new DirectoryBlobStore(ConfigProvider.getConfig().getValue("pagewright.blob-directory", Path.class))
                .incoming();
    }

    @AfterEach
    void let() {
        worker.goOn();
        worker.fail(Set.of());
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("C01 C02 C03: a job of few pages answers inline, done, with its text")
    void a_small_job_answers_inline() throws Exception {
        Api.Answer answer = Api.demo().submit(Form.of(Files.pdf(3), "letter.pdf"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode job = answer.json();
        assertThat(job.path("uuid").asText()).matches("[0-9a-f]{32}");
        assertThat(job.path("status").asText()).isEqualTo("done");
        assertThat(job.path("tier").asText()).isEqualTo("cpu");
        assertThat(job.path("language").asText()).isEqualTo("auto");
        assertThat(job.path("page_count").asInt()).isEqualTo(3);
        assertThat(job.path("mean_confidence").asDouble()).isBetween(0.9, 1.0);
        assertThat(job.path("pages")).hasSize(3);
        assertThat(job.at("/pages/2/index").asInt()).isEqualTo(2);
        assertThat(job.at("/pages/2/text").asText()).contains("Page 3 of the document.");
        assertThat(job.at("/pages/0/blocks/1/bbox")).hasSize(4);
        assertThat(job.path("text").asText())
                .contains("Page 1 of the document.")
                .contains("Page 3");
        assertThat(job.path("markdown").asText()).contains("# Page 1").contains("<!-- page 2 -->");
    }

    @Test
    @DisplayName("C02: more than 5 pages is 202 at once, however fast")
    void a_large_job_answers_at_once() throws Exception {
        Api.Answer answer = Api.demo().submit(Form.of(Files.pdf(6), "long.pdf"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isIn("pending", "processing");
        assertThat(answer.json().path("pages")).isEmpty();
        assertThat(answer.json().path("text").isNull()).isTrue();
        assertThat(answer.header("Location")).hasValue("/api/v1/ocr/" + answer.text("uuid") + "/");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(Api.demo().ended(answer.text("uuid")).text("status")).isEqualTo("done");
    }

    @Test
    @DisplayName("C02: few selected pages of a long file are inline, and keep their numbers")
    void selected_pages_are_read_alone() throws Exception {
        Api.Answer answer = Api.demo().submit(Form.of(Files.pdf(20), "long.pdf").field("pages", "19-20, 2"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("page_count").asInt()).isEqualTo(3);
        assertThat(answer.json().path("pages")).hasSize(3);
        assertThat(answer.json().at("/pages/0/text").asText()).contains("Page 2 of");
        assertThat(answer.json().at("/pages/2/text").asText()).contains("Page 20 of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    @DisplayName("C10: pictures are told by their content, whatever their name")
    void pictures_are_accepted(String format) throws Exception {
        Api.Answer answer = Api.demo().submit(Form.of(Files.image(format), "scan.xyz"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("page_count").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiff", "gif"})
    @DisplayName("C10: the pictures of a TIFF or GIF are pages")
    void pictures_in_sequence_are_pages(String format) throws Exception {
        Api.Answer answer = Api.demo().submit(Form.of(Files.sequence(format, 3), "scan"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("page_count").asInt()).isEqualTo(3);
    }

    static Stream<Arguments> refusedFiles() {
        byte[] pdf = Files.pdf(2);
        return Stream.of(
                Arguments.of("text", "unsupported_type", "just some words".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("empty", "empty_file", new byte[0]),
                Arguments.of("program.pdf", "unsupported_type", "\u007fELF....".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("cut off", "corrupt_file", Arrays.copyOf(pdf, 60)),
                Arguments.of("header alone", "corrupt_file", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("half a png", "corrupt_file", Arrays.copyOf(Files.image("png"), 20)),
                Arguments.of("half a jpeg", "corrupt_file", Arrays.copyOf(Files.image("jpg"), 20)),
                Arguments.of("encrypted", "encrypted_pdf", Files.pdf(1, "secret")),
                Arguments.of("5,001 pages", "too_many_pages", Files.pdf(5001)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusedFiles")
    @DisplayName("C09: a file that cannot be read is 400 with its code")
    void a_file_that_cannot_be_read_is_refused(String name, String code, byte[] file) throws Exception {
        assertProblem(Api.demo().submit(Form.of(file, name)), 400, code);
    }

    @Test
    @DisplayName("C09: the cap of pages is told")
    void too_many_pages_names_the_cap() throws Exception {
        JsonNode problem =
                assertProblem(Api.account("free").submit(Form.of(Files.pdf(51), "a.pdf")), 400, "too_many_pages");

        assertThat(problem.path("cap").asInt()).isEqualTo(50);
    }

    @Test
    @DisplayName("C09: no file, two files, another field's file")
    void the_number_of_files_is_one() throws Exception {
        assertProblem(Api.demo().submit(new Form().field("tier", "cpu")), 400, "missing_file");
        assertProblem(Api.demo().submit(new Form()), 400, "missing_file");
        assertProblem(Api.demo().submit(new Form().file("document", "a.pdf", Files.pdf(1))), 400, "missing_file");
        assertProblem(
                Api.demo().submit(Form.of(Files.pdf(1), "a.pdf").file("file", "b.pdf", Files.pdf(1))),
                400,
                "multiple_files");
    }

    @Test
    void a_password_opens_an_encrypted_file_and_a_wrong_one_is_told() throws Exception {
        byte[] file = Files.pdf(1, "secret");

        assertThat(Api.demo()
                        .submit(Form.of(file, "a.pdf").field("password", "secret"))
                        .status())
                .isEqualTo(200);
        assertProblem(Api.demo().submit(Form.of(file, "a.pdf").field("password", "guess")), 400, "wrong_password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier|gold",
                "language|!!",
                "language|en;drop",
                "language|klingon",
                "language|en+",
                "tool|make-coffee",
                "ocr|maybe",
                "pages|0",
                "pages|5-2",
                "pages|x",
                "pages|99",
                "pages|1--2",
                "translate_to|not a code",
                "webhook_url|ftp://example.org",
                "webhook_url|nonsense"
            })
    void a_value_that_is_not_known_is_refused(String field, String value) throws Exception {
        Api.Answer answer = Api.demo().submit(Form.of(Files.pdf(2), "a.pdf").field(field, value));

        if (field.equals("translate_to")) {
            assertThat(answer.status()).isEqualTo(400);
        } else {
            assertProblem(answer, 400, "invalid_parameter");
        }
    }

    @Test
    @DisplayName("C13: an unknown tool names the known ones; translate needs a model and says which setting")
    void tools_are_known() throws Exception {
        assertThat(assertProblem(
                                Api.demo().submit(Form.of(Files.pdf(1), "a.pdf").field("tool", "nothing")),
                                400,
                                "invalid_parameter")
                        .path("detail")
                        .asText())
                .contains("extract-tables");
        assertProblem(
                Api.demo().submit(Form.of(Files.pdf(1), "a.pdf").field("translate_to", "de")), 400, "tool_unavailable");
        assertProblem(
                Api.demo()
                        .submit(Form.of(Files.pdf(1), "a.pdf")
                                .field("tool", "pdf-to-word")
                                .field("translate_to", "de")),
                400,
                "tool_unavailable");
        assertThat(Api.demo()
                        .submit(Form.of(Files.pdf(1), "a.pdf").field("tool", "handwriting-to-text"))
                        .text("tier"))
                .isEqualTo("vlm");
        assertThat(Api.demo()
                        .submit(Form.of(Files.pdf(1), "a.pdf")
                                .field("tool", "handwriting-to-text")
                                .field("tier", "cpu"))
                        .text("tier"))
                .isEqualTo("cpu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\\\temp\\\\letter.pdf|letter.pdf",
                "..|document",
                "Überweisung 数.pdf|Überweisung 数.pdf"
            })
    void path_tricks_in_a_name_come_to_nothing(String sent, String kept) throws Exception {
        assertThat(Api.demo().submit(Form.of(Files.pdf(1), sent)).text("file_name"))
                .isEqualTo(kept);
    }

    @Test
    @DisplayName("C08: nobody's upload is refused before it is read")
    void an_upload_needs_a_token() throws Exception {
        assertProblem(Api.nobody().submit(Form.of(Files.pdf(1), "a.pdf")), 401, "unauthorized");
        assertProblem(Api.of("pw_wrong").submit(Form.of(new byte[20_000_000], "a.pdf")), 401, "unauthorized");
    }

    @Test
    void a_body_that_is_no_form_is_refused() throws Exception {
        assertProblem(Api.demo().post("/api/v1/ocr/", "{}"), 415, "unsupported_media_type");
        assertThat(Api.demo()
                        .send(
                                "POST",
                                "/api/v1/ocr/",
                                HttpRequest.BodyPublishers.ofString("no parts here"),
                                "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(400);
        assertThat(Api.demo()
                        .send(
                                "POST",
                                "/api/v1/ocr/",
                                HttpRequest.BodyPublishers.ofString("no parts here"),
                                "multipart/form-data")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("C09: a request without body, or with a form that holds no files, has no file")
    void a_request_without_a_file_part_has_no_file() throws Exception {
        assertProblem(
                Api.demo().send("POST", "/api/v1/ocr/", HttpRequest.BodyPublishers.noBody(), null),
                400,
                "missing_file");
        assertProblem(
                Api.demo()
                        .send(
                                "POST",
                                "/api/v1/ocr/",
                                HttpRequest.BodyPublishers.ofString("tier=cpu"),
                                "application/x-www-form-urlencoded"),
                400,
                "missing_file");
    }

    @Test
    void a_form_that_is_cut_off_in_the_file_is_refused() throws Exception {
        assertProblem(
                Api.demo()
                        .send(
                                "POST",
                                "/api/v1/ocr/",
                                HttpRequest.BodyPublishers.ofString(
                                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7"),
                                "multipart/form-data; boundary=x"),
                400,
                "invalid_parameter");
    }

    @Test
    @DisplayName("C09: a file over the plan's size is 400, and the client sees it")
    void a_file_over_the_plans_size_is_refused() throws Exception {
        JsonNode problem = assertProblem(
                Api.account("free").submit(Form.of(new byte[53_000_000], "a.pdf")), 400, "file_too_large");

        assertThat(problem.path("cap").asLong()).isEqualTo(52_428_800);
    }

    @Test
    @DisplayName("an upload that was refused leaves no file behind")
    void refused_uploads_leave_nothing() throws Exception {
        assertProblem(Api.account("free").submit(Form.of(new byte[53_000_000], "a.pdf")), 400, "file_too_large");
        assertProblem(
                Api.demo().submit(Form.of(new byte[100_000], "a.pdf").file("file", "b.pdf", new byte[100_000])),
                400,
                "multiple_files");
        assertProblem(Api.demo().submit(Form.of(new byte[5], "a.pdf")), 400, "unsupported_type");

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            try (var files = java.nio.file.Files.walk(incoming)) { // a process that rests keeps its empty folder
                assertThat(files.filter(java.nio.file.Files::isRegularFile)).isEmpty();
            }
        });
    }

    @Test
    void without_the_trailing_slash_it_works_too() throws Exception {
        Form form = Form.of(Files.pdf(1), "a.pdf");

        Api.Answer answer = Api.demo().send("POST", "/api/v1/ocr", form.body(), form.contentType());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("an Idempotency-Key gives the same job to the same request, and 422 to another")
    void an_idempotency_key_is_kept() throws Exception {
        byte[] file = Files.pdf(1);

        Api.Answer first = keyed("key-1", Form.of(file, "a.pdf"));
        Api.Answer again = keyed("key-1", Form.of(file, "a.pdf"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("uuid")).isEqualTo(first.text("uuid"));
        assertProblem(keyed("key-1", Form.of(file, "a.pdf").field("tier", "vlm")), 422, "idempotency_conflict");
        assertProblem(keyed("key-1", Form.of(Files.pdf(1), "a.pdf")), 422, "idempotency_conflict");
        assertThat(keyed("key-2", Form.of(file, "a.pdf")).text("uuid")).isNotEqualTo(first.text("uuid"));
    }

    @Test
    @DisplayName("concurrent requests with one Idempotency-Key get one job")
    void concurrent_duplicates_get_one_job() throws Exception {
        byte[] file = Files.pdf(2);
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Callable<Api.Answer>> requests = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                requests.add(() -> keyed("key-of-many", Form.of(file, "a.pdf")));
            }
            Set<String> jobs = new HashSet<>();
            for (var answer : clients.invokeAll(requests)) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
                jobs.add(answer.get().text("uuid"));
            }
            assertThat(jobs).hasSize(1);
        }
    }

    @Test
    @DisplayName("a page that cannot be read fails alone and is not charged")
    void a_page_fails_alone() throws Exception {
        Api api = Api.account("free");
        worker.fail(Set.of(2));

        Api.Answer answer = api.submit(Form.of(Files.pdf(3), "a.pdf"));

        assertThat(answer.text("status")).isEqualTo("done");
        assertThat(answer.json().path("pages_failed").asInt()).isEqualTo(1);
        assertThat(answer.json().path("pages")).hasSize(3);
        assertThat(answer.json().at("/pages/1/status").asText()).isEqualTo("failed");
        assertThat(answer.json().at("/pages/1/error").asText()).isEqualTo("page_corrupt");
        assertThat(api.get("/api/v1/account/").json().path("used").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("a job none of whose pages is read fails, with an answer")
    void a_job_without_a_page_fails() throws Exception {
        Api api = Api.account("free");
        worker.fail(Set.of(1, 2));

        Api.Answer answer = api.submit(Form.of(Files.pdf(2), "a.pdf"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("failed");
        assertThat(answer.json().path("mean_confidence").isNull()).isTrue();
        assertThat(api.get("/api/v1/account/").json().path("used").asInt()).isZero();
    }

    private static Api.Answer keyed(String key, Form form) throws IOException, InterruptedException {
        Api api = Api.demo();
        return api.send(api.request("/api/v1/ocr/")
                .POST(form.body())
                .header("Content-Type", form.contentType())
                .header("Idempotency-Key", key)
                .build());
    }
}
