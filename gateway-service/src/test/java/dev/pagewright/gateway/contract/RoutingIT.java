package dev.pagewright.gateway.contract;

import static dev.pagewright.gateway.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.event.WorkerPresence;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, methods and types: every refusal is a problem, no address redirects. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RoutingIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/ocr",
                "/api/v1/account",
                "/api/v1/account/tokens",
                "/api/v1/tools",
                "/api/v1/capabilities"
            })
    void an_address_answers_with_and_without_the_slash(String path) throws Exception {
        assertThat(Api.demo().get(path).status()).isEqualTo(200);
        assertThat(Api.demo().get(path + "/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api", "/api/v1/", "/api/v1/nothing", "/api/v2/ocr/", "/favicon.ico", "/api/v1/ocr/x/y/z/"
            })
    void an_unknown_address_is_not_found(String path) throws Exception {
        assertProblem(Api.demo().get(path), 404, "not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/api/v1/ocr/",
        "PATCH,/api/v1/ocr/",
        "POST,/api/v1/account/",
        "DELETE,/api/v1/account/",
        "POST,/api/v1/capabilities",
        "PUT,/api/v1/account/tokens/",
        "POST,/api/v1/ocr/0123456789abcdef0123456789abcdef/"
    })
    void a_method_that_an_address_does_not_take_is_refused_and_the_others_told(String method, String path)
            throws Exception {
        Api.Answer answer = Api.demo().send(method, path, HttpRequest.BodyPublishers.noBody(), null);

        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.header("Allow")).as("Allow").isPresent();
    }

    @Test
    void a_type_that_cannot_be_given_or_taken_is_told() throws Exception {
        assertProblem(
                Api.demo()
                        .send(Api.demo()
                                .request("/api/v1/account/")
                                .header("Accept", "application/xml")
                                .build()),
                406,
                "not_acceptable");
        assertProblem(
                Api.demo()
                        .send(
                                "POST",
                                "/api/v1/account/tokens/",
                                HttpRequest.BodyPublishers.ofString("name=x"),
                                "application/x-www-form-urlencoded"),
                415,
                "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/ocr/%c3%28/ HTTP/1.1",
                "GET /api/v1/ocr/%2e%2e/ HTTP/1.1",
                "GET /api/v1/ocr/%00/ HTTP/1.1",
                "GET //api//v1//ocr HTTP/1.1",
                "BREW /api/v1/ocr/ HTTP/1.1",
                "GET /api/v1/ocr/;jsessionid=1/ HTTP/1.1"
            })
    void a_malformed_request_is_answered_with_a_problem(String line) throws Exception {
        String answer = raw(
                line + "\r\nHost: x\r\nAuthorization: Bearer " + Backends.DEMO_TOKEN + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (200|4\\d\\d) .*");
        if (!answer.startsWith("HTTP/1.1 200")) {
            assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("application/problem+json");
            assertThat(answer).contains("\"code\"");
        }
        assertThat(Api.demo().get("/api/v1/account/").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("C08: without a token, or with a bad one, 401 and how")
    void a_token_is_needed() throws Exception {
        for (String path : List.of("/api/v1/ocr/", "/api/v1/account/", "/api/v1/tools/", "/api/v1/account/tokens/")) {
            assertProblem(Api.nobody().get(path), 401, "unauthorized");
            assertProblem(Api.of("pw_x").get(path), 401, "unauthorized");
            assertProblem(Api.nobody().get(path + "?api_token=x"), 401, "unauthorized");
        }
        Api nobody = Api.nobody();
        assertProblem(
                nobody.send(nobody.request("/api/v1/account/?api_token=" + Backends.DEMO_TOKEN)
                        .header("Authorization", "Basic eDp5")
                        .build()),
                401,
                "unauthorized");
    }

    @Test
    void health_is_public_and_metrics_are_not() throws Exception {
        assertThat(Api.nobody().get("/q/health/ready").status()).isEqualTo(200);
        assertThat(Api.nobody().get("/q/health/live").status()).isEqualTo(200);
        assertThat(Api.nobody().get("/q/metrics").status()).isEqualTo(404);
        assertThat(Api.nobody()
                        .get("/inner/v1/jobs/0123456789abcdef0123456789abcdef")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("C11 C12 C13: capabilities need no token and follow the workers")
    void capabilities_follow_the_workers() throws Exception {
        try (SimulatedWorker worker = SimulatedWorker.start()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                worker.announce(new WorkerPresence(
                        "worker-a",
                        List.of("en", "de"),
                        List.of("tesseract"),
                        List.of("PP-OCRv4"),
                        "a-vision-model",
                        null));
                var capabilities = Api.nobody().get("/api/v1/capabilities/").json();
                assertThat(capabilities.path("languages").toString()).isEqualTo("[\"auto\",\"de\",\"en\"]");
                assertThat(capabilities.at("/models/vision/name").asText()).isEqualTo("a-vision-model");
                assertThat(capabilities.at("/engines/workers").asInt()).isEqualTo(1);
            });
            Api.Answer missing =
                    Api.demo().submit(Form.of(Files.pdf(1), "a.pdf").field("language", "deu+jpn"));
            assertProblem(missing, 400, "language_not_installed");
            assertThat(missing.json().path("command").asText()).isEqualTo("./pagewright languages add ja");
        }
        var capabilities = Api.nobody().get("/api/v1/capabilities/").json();
        assertThat(capabilities.at("/tiers/0/name").asText()).isEqualTo("cpu");
        assertThat(capabilities.at("/tiers/1/price").asInt()).isEqualTo(5);
        assertThat(capabilities.at("/formats/input").toString())
                .contains("application/pdf")
                .contains("image/webp");
        assertThat(capabilities.at("/limits/plans/free/pages_per_file").asInt()).isEqualTo(50);
        assertThat(capabilities.at("/models/chat/configured").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("C13: the shipped tools")
    void tools_are_listed() throws Exception {
        var tools = Api.demo().get("/api/v1/tools/").json().path("items");

        assertThat(tools.findValuesAsText("slug"))
                .contains(
                        "image-to-text",
                        "pdf-to-text",
                        "pdf-to-markdown",
                        "pdf-to-word",
                        "pdf-to-excel",
                        "searchable-pdf",
                        "extract-tables",
                        "handwriting-to-text",
                        "receipt-to-csv",
                        "translate");
        assertThat(tools.findValuesAsText("format")).contains("csv", "docx", "xlsx");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Api.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int read = reader.read();
            while (read >= 0) {
                answer.append((char) read);
                read = reader.read();
            }
            return answer.toString();
        }
    }
}
