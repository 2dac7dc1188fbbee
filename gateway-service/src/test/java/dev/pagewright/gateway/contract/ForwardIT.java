package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pagewright.blob.BlobKeys;
import dev.pagewright.blob.DirectoryBlobStore;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.InnerServiceStandIn;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads, pictures and chat, with stand-ins for the services that make them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ForwardIT {

    private static final String JOBS = "/api/v1/ocr/";
    private static final String CHAT = "/api/v1/chat/";
    private static final String ANSWER =
            "{\"conversation\":\"c\",\"message\":{\"role\":\"assistant\",\"content\":\"42\",\"citations\":[{\"page\":1,\"snippet\":\"42\"}]}}";

    private static SimulatedWorker worker;

    @BeforeAll
    static void startWorker() throws IOException {
        worker = SimulatedWorker.start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    @DisplayName("C05: a download comes from the export service, byte for byte, with its name and tag")
    void a_download_is_passed_on() throws Exception {
        String uuid = submitted(Api.demo());
        byte[] large = new byte[5_000_000];
        new Random(7).nextBytes(large);
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(
                    200,
                    Map.of(
                            "Content-Type", "application/pdf",
                            "Content-Disposition", "attachment; filename=\"letter.pdf\"",
                            "ETag", "\"r1-pdf\"",
                            "X-Inner", "secret"),
                    large);

            Api.Answer answer = Api.nobody()
                    .get(JOBS + uuid + "/download/?format=pdf&pdfa=2b&name=a%26b&api_token=" + Backends.DEMO_TOKEN);

            assertThat(answer.status())
                    .as(answer.status() == 200 ? "" : answer.body())
                    .isEqualTo(200);
            assertThat(answer.response().body()).isEqualTo(large);
            assertThat(answer.header("Content-Type")).hasValue("application/pdf");
            assertThat(answer.header("Content-Disposition")).hasValue("attachment; filename=\"letter.pdf\"");
            assertThat(answer.header("ETag")).hasValue("\"r1-pdf\"");
            assertThat(answer.header("X-Inner")).isEmpty();
            var asked = export.asked().getFirst();
            assertThat(asked.authorization()).isEqualTo("Bearer " + Backends.SERVICE_TOKEN);
            assertThat(asked.uri())
                    .startsWith("/inner/v1/jobs/" + uuid + "/download?")
                    .contains("format=pdf")
                    .contains("pdfa=2b")
                    .contains("name=a%26b")
                    .doesNotContain("api_token");
        }
    }

    @Test
    @DisplayName("C13: a tool says what its CSV holds, unless the download does")
    void a_tool_chooses_the_rows_of_a_csv() throws Exception {
        String uuid = Api.demo()
                .ended(Api.demo()
                        .submit(Form.of(Files.pdf(1), "a.pdf").field("tool", "receipt-to-csv"))
                        .text("uuid"))
                .text("uuid");
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(200, Map.of("Content-Type", "text/csv"), new byte[0]);
            Api.demo().get(JOBS + uuid + "/download/?format=csv");
            Api.demo().get(JOBS + uuid + "/download/?format=csv&rows=tables");
            Api.demo().get(JOBS + uuid + "/download/?format=txt");

            assertThat(export.asked().get(0).uri()).contains("rows=receipt");
            assertThat(export.asked().get(1).uri()).contains("rows=tables").doesNotContain("receipt");
            assertThat(export.asked().get(2).uri()).doesNotContain("rows");
        }
    }

    @Test
    @DisplayName("C05: HEAD tells the headers; If-None-Match gives 304")
    void a_download_can_be_asked_about() throws Exception {
        String uuid = submitted(Api.demo());
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(200, Map.of("Content-Type", "text/plain", "ETag", "\"a\""), new byte[10]);
            Api.Answer head = Api.demo()
                    .send("HEAD", JOBS + uuid + "/download/?format=txt", HttpRequest.BodyPublishers.noBody(), null);
            export.answer(304, Map.of("ETag", "\"a\""), new byte[0]);
            Api.Answer same = Api.demo()
                    .send(Api.demo()
                            .request(JOBS + uuid + "/download?format=txt")
                            .header("If-None-Match", "\"a\"")
                            .build());

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("ETag")).hasValue("\"a\"");
            assertThat(head.response().body()).isEmpty();
            assertThat(same.status()).isEqualTo(304);
            assertThat(export.asked().getLast().ifNoneMatch()).isEqualTo("\"a\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,unknown_format,400,unknown_format",
        "500,unknown_format,400,unknown_format",
        "422,pdfa_not_possible,422,pdfa_not_possible",
        "413,file_too_large,413,file_too_large",
        "401,unauthorized,503,dependency_unavailable",
        "500,internal_error,503,dependency_unavailable",
        "500,a_code_of_no_contract,503,dependency_unavailable"
    })
    @DisplayName("a refusal of an inner service has the public status of its code")
    void a_refusal_has_the_status_of_its_code(int inner, String innerCode, int status, String code) throws Exception {
        String uuid = submitted(Api.demo());
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(
                    inner,
                    "application/problem+json",
                    "{\"code\":\"%s\",\"detail\":\"What to do.\"}".formatted(innerCode));

            assertProblem(Api.demo().get(JOBS + uuid + "/download/?format=pdf"), status, code);
        }
    }

    @Test
    @DisplayName("a problem within streamed events has the address outside too")
    void a_streamed_problem_has_the_address_outside() throws Exception {
        String uuid = submitted(Api.demo());
        try (InnerServiceStandIn chat = InnerServiceStandIn.chat()) {
            chat.answer(
                    200,
                    "text/event-stream",
                    "event: token\ndata: {\"text\":\"a\"}\n\nevent: error\ndata: {\"type\":\"/problems/internal_error\"}\n\n");

            String events = Api.demo()
                    .send(Api.demo()
                            .request(CHAT + uuid + "/?stream=true")
                            .header("X-Forwarded-Prefix", "/ocr")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"?\"}"))
                            .build())
                    .body();

            assertThat(events)
                    .isEqualTo(
                            "event: token\ndata: {\"text\":\"a\"}\n\nevent: error\ndata: {\"type\":\"/ocr/problems/internal_error\"}\n\n");
        }
    }

    @Test
    void an_answer_that_is_none_means_away() throws Exception {
        String uuid = submitted(Api.demo());
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(502, "text/html", "<html>bad gateway</html>");

            assertProblem(Api.demo().get(JOBS + uuid + "/download/?format=pdf"), 503, "dependency_unavailable");
        }
    }

    @Test
    @DisplayName("an inner service that is away is 503 with Retry-After")
    void an_inner_service_is_away() throws Exception {
        String uuid = submitted(Api.demo());

        assertProblem(Api.demo().get(JOBS + uuid + "/download/?format=pdf"), 503, "dependency_unavailable");
        assertProblem(Api.demo().get(JOBS + uuid + "/pages/1/image/"), 503, "dependency_unavailable");
        assertProblem(Api.demo().get(CHAT + uuid + "/history/"), 503, "dependency_unavailable");
        assertProblem(Api.demo().post(CHAT + uuid + "/", "{\"message\":\"?\"}"), 503, "dependency_unavailable");
    }

    @Test
    @DisplayName("a failed job gives json alone")
    void a_failed_job_gives_json_alone() throws Exception {
        worker.fail(Set.of(1));
        String uuid = submitted(Api.demo());
        worker.fail(Set.of());
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(200, "application/json", "{}");

            assertThat(Api.demo().get(JOBS + uuid + "/download/?format=json").status())
                    .isEqualTo(200);
            assertProblem(Api.demo().get(JOBS + uuid + "/download/?format=txt"), 409, "job_failed");
            assertProblem(Api.demo().post(CHAT + uuid + "/", "{\"message\":\"?\"}"), 409, "job_failed");
        }
    }

    @Test
    void a_picture_is_passed_on_for_pages_that_there_are() throws Exception {
        String uuid = submitted(Api.demo());
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(200, "image/png", "picture");

            assertThat(Api.demo().get(JOBS + uuid + "/pages/1/image/?width=200").body())
                    .isEqualTo("picture");
            assertThat(export.asked().getLast().uri()).endsWith("/pages/1/image?width=200");
            assertProblem(Api.demo().get(JOBS + uuid + "/pages/2/image/"), 404, "not_found");
            assertProblem(Api.demo().get(JOBS + uuid + "/pages/x/image/"), 404, "not_found");
        }
    }

    @Test
    @DisplayName("C06: a question goes to the chat service with the account; the answer comes back")
    void a_question_is_passed_on() throws Exception {
        Api api = Api.account("free");
        String uuid = submitted(api);
        String account = api.get("/api/v1/account/").text("id");
        try (InnerServiceStandIn chat = InnerServiceStandIn.chat()) {
            chat.answer(200, "application/json", ANSWER);

            Api.Answer answer = api.post(CHAT + uuid + "/", "{\"message\":\"What is \\\"it\\\"?\",\"extra\":1}");

            assertThat(answer.json().at("/message/content").asText()).isEqualTo("42");
            var asked = chat.asked().getFirst();
            assertThat(asked.uri()).isEqualTo("/inner/v1/jobs/" + uuid + "/messages");
            assertThat(asked.body())
                    .contains(account)
                    .contains("What is \\\"it\\\"?")
                    .doesNotContain("extra");
            assertThat(api.get("/api/v1/account/")
                            .json()
                            .at("/usage/chat_messages_today/used")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("C06: a streamed answer is an event stream")
    void an_answer_is_streamed() throws Exception {
        String uuid = submitted(Api.demo());
        try (InnerServiceStandIn chat = InnerServiceStandIn.chat()) {
            chat.answer(200, "text/event-stream", "event: token\ndata: {\"text\":\"4\"}\n\n");

            Api.Answer answer = Api.demo().post(CHAT + uuid + "/?stream=true", "{\"message\":\"?\"}");

            assertThat(answer.header("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(answer.body()).contains("event: token");
            assertThat(chat.asked().getFirst().uri()).endsWith("?stream=true");
        }
    }

    @Test
    @DisplayName("C07: the history is asked for the account alone")
    void the_history_is_passed_on() throws Exception {
        Api api = Api.account("free");
        String uuid = submitted(api);
        String account = api.get("/api/v1/account/").text("id");
        try (InnerServiceStandIn chat = InnerServiceStandIn.chat()) {
            chat.answer(200, "application/json", "{\"conversation\":null,\"messages\":[]}");

            assertThat(api.get(CHAT + uuid + "/history/").status()).isEqualTo(200);
            assertThat(chat.asked().getFirst().uri()).endsWith("/messages?account=" + account);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"message\":\"\"}",
                "{\"message\":\"  \"}",
                "{\"message\":5}",
                "{\"message\"",
                "null"
            })
    void a_message_that_is_none_is_refused(String body) throws Exception {
        assertProblem(Api.demo().post(CHAT + submitted(Api.demo()) + "/", body), 400, "invalid_message");
    }

    @Test
    @DisplayName("C09: the chat messages of a day have an end, with used and cap; what was not answered is not counted")
    void chat_messages_have_a_daily_cap() throws Exception {
        Api api = Api.account("free");
        String uuid = submitted(api);
        for (int i = 0; i < 5; i++) {
            assertProblem(api.post(CHAT + uuid + "/", "{\"message\":\"?\"}"), 503, "dependency_unavailable");
        }
        try (InnerServiceStandIn chat = InnerServiceStandIn.chat()) {
            chat.answer(200, "application/json", ANSWER);
            for (int i = 0; i < 20; i++) {
                assertThat(api.post(CHAT + uuid + "/", "{\"message\":\"?\"}").status())
                        .isEqualTo(200);
            }

            var problem = assertProblem(api.post(CHAT + uuid + "/", "{\"message\":\"?\"}"), 402, "quota_exceeded");

            assertThat(problem.path("used").asInt()).isEqualTo(20);
            assertThat(problem.path("cap").asInt()).isEqualTo(20);
            assertThat(problem.path("unit").asText()).isEqualTo("chat_messages_today");
            assertThat(problem.path("resets_at").asText()).endsWith("T00:00:00Z");
        }
    }

    @Test
    @DisplayName("an answer that breaks off in the middle is seen to be broken, and no error is mixed into it")
    void an_answer_that_breaks_off_is_not_whole() throws Exception {
        Api.Answer submitted = Api.demo().submit(Form.of(Files.pdf(120), "a.pdf"));
        String uuid = submitted.text("uuid");
        Api.demo().ended(uuid);
        var blobs =
                new DirectoryBlobStore(ConfigProvider.getConfig().getValue("pagewright.blob-directory", Path.class));
        // a blob that the store fails at while it is read
        Path stored = blobs.file(
                        BlobKeys.page(Api.demo().get("/api/v1/account/").text("id"), uuid, 119, 1))
                .orElseThrow();
        java.nio.file.Files.delete(stored);
        java.nio.file.Files.createDirectory(stored);

        assertThatThrownBy(() -> Api.demo().get(JOBS + uuid + "/?include=words"))
                .isInstanceOf(IOException.class);
        assertProblem(Api.demo().get(JOBS + uuid + "/pages/120/"), 500, "internal_error");
        assertThat(Api.demo().get(JOBS + uuid + "/pages/1/").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("the export service is told that a job was deleted: what it keeps and builds of it goes")
    void a_deletion_is_passed_on() throws Exception {
        String uuid = submitted(Api.demo());
        try (InnerServiceStandIn export = InnerServiceStandIn.export()) {
            export.answer(204, Map.of(), new byte[0]);

            Api.demo().delete(JOBS + uuid + "/");

            await().atMost(Duration.ofSeconds(20)).until(() -> export.asked().stream()
                    .anyMatch(asked ->
                            asked.method().equals("DELETE") && asked.uri().equals("/inner/v1/jobs/" + uuid)));
        }
    }

    /** A finished job of one page. */
    private static String submitted(Api api) throws IOException, InterruptedException {
        return api.submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");
    }
}
