package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.error.ErrorCode;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.RawClient;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request passes first: addresses, methods, the headers of every answer, the address of every problem. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FrontIT {

    private static final String JOB = "/api/v1/ocr/0123456789abcdef0123456789abcdef/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/ocr/%zz/",
                "/api/v1/ocr/%/",
                "/api/v1/ocr/%e9/",
                "/api/v1/ocr/%E0%A4%A/",
                "/%",
                "/x%2",
                "/api/v1/ocr/%c3%28/",
                "/api/v1/ocr/?limit=%zz",
                "/api/v1/ocr/?limit=%",
                "/api/v1/ocr/?cursor=%e9",
                "/api/v1/ocr/?%gg=1",
                "/nothing?a=%u0041",
                "/api/v1/ocr/<>",
                "/api/v1/ocr/?a=\"b\"",
                "/api/v1/ocr/{x}",
                "/api/v1/capabilities/?%",
                "/q/health?%zz",
                "/problems/%ff"
            })
    @DisplayName("an address that is none is 400 with a problem, with and without a token")
    void malformed_addresses_are_problems(String address) throws Exception {
        for (String token : new String[] {"", "Authorization: Bearer " + Backends.DEMO_TOKEN + "\r\n"}) {
            RawClient.Answer answer = ask("GET", address, token);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("invalid_parameter");
            assertHeaders(answer);
        }
    }

    @Test
    void too_much_in_a_head_is_a_problem() throws Exception {
        for (int length : new int[] {9_000, 30_000}) {
            RawClient.Answer address = ask("GET", "/api/v1/ocr/?cursor=" + "x".repeat(length), "");
            assertThat(address.status()).isEqualTo(414);
            assertThat(address.json().path("status").asInt()).isEqualTo(414);
            RawClient.Answer header = ask("GET", "/api/v1/ocr/", "X-Long: " + "x".repeat(length * 2) + "\r\n");
            assertThat(header.status()).isEqualTo(431);
            assertThat(header.json().path("detail").asText()).contains("octets");
        }
        assertThat(ask("GET", "/api/v1/capabilities/", "X-Long: " + "x".repeat(100_000) + "\r\n")
                        .status())
                .isEqualTo(431);
        assertThat(ask("GET", "/" + "x".repeat(200_000), "").status()).isEqualTo(414);
        assertThat(ask("GET", "/api/v1/capabilities/", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/ocr/|GET, HEAD, OPTIONS, POST",
                "/api/v1/ocr|GET, HEAD, OPTIONS, POST",
                JOB + "|DELETE, GET, HEAD, OPTIONS",
                JOB + "pages/1|GET, HEAD, OPTIONS",
                JOB + "download/|GET, HEAD, OPTIONS",
                JOB + "retry/|OPTIONS, POST",
                "/api/v1/capabilities/|GET, HEAD, OPTIONS",
                "/api/v1/openapi.json|GET, HEAD, OPTIONS",
                "/api/v1/tools|GET, HEAD, OPTIONS",
                "/q/health|GET, HEAD, OPTIONS",
                "/q/health/ready|GET, HEAD, OPTIONS",
                "/problems/|GET, HEAD, OPTIONS",
                "/problems/missing_file|GET, HEAD, OPTIONS"
            })
    @DisplayName("every method that an address does not take is 405 with those that it takes; OPTIONS lists them")
    void methods_are_told(String path, String allowed) throws Exception {
        RawClient.Answer options = ask("OPTIONS", path, "");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo(allowed);
        assertHeaders(options);
        List<String> taken = List.of(allowed.split(", "));
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW", "PROPFIND")) {
            RawClient.Answer answer = ask(method, path, "");
            if (taken.contains(method)) {
                assertThat(answer.status()).as(method).isNotEqualTo(405);
            } else {
                assertThat(answer.status()).as(method).isEqualTo(405);
                assertThat(answer.header("Allow")).isEqualTo(allowed);
                assertThat(answer.json().path("code").asText()).isEqualTo("method_not_allowed");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/capabilities/",
        "GET,/api/v1/openapi.json",
        "GET,/api/v1/ocr/",
        "GET,/nothing",
        "GET,/",
        "GET,/q/health",
        "GET,/q/nothing",
        "DELETE,/api/v1/ocr/",
        "POST,/api/v1/ocr/",
        "GET," + JOB,
        "GET,/problems/x",
        "GET,/favicon.ico",
        "POST,/api/v1/chat/x/",
        "GET,/api/v1/account/"
    })
    @DisplayName("nosniff, no-store and no-referrer are on every answer")
    void every_answer_has_the_headers(String method, String path) throws Exception {
        assertHeaders(ask(method, path, ""));
        assertHeaders(ask(method, path, "Authorization: Bearer " + Backends.DEMO_TOKEN + "\r\n"));
        assertThat(ask(method, path, "").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DisplayName("every code has a page at the address that problems name, for people and for programs")
    void a_problems_type_can_be_opened() throws Exception {
        JsonNode problem = ask("GET", "/api/v1/ocr/", "").json();
        assertThat(problem.path("type").asText()).isEqualTo("/problems/unauthorized");
        List<String> codes = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            codes.add(code.wireName());
        }
        for (PageErrorCode code : PageErrorCode.values()) {
            codes.add(code.wireName());
        }
        String list = ask("GET", "/problems/", "").text();
        for (String code : codes) {
            RawClient.Answer page = ask("GET", "/problems/" + code, "Accept: text/html,*/*;q=0.8\r\n");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.text()).contains("<code>" + code + "</code>").contains("What to do");
            assertThat(ask("GET", "/problems/" + code + "/", "Accept: text/plain\r\n")
                            .header("Content-Type"))
                    .startsWith("text/plain");
            assertThat(list).contains("href=\"/problems/" + code + '"');
        }
        assertThat(ask("GET", "/problems", "Accept: text/plain\r\n").text()).contains(codes);
        assertThat(ask("GET", "/problems/nothing", "").status()).isEqualTo(404);
        assertThat(ask("HEAD", "/problems/missing_file", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"words,words", "WORDS", " words , pages ", "pages,words,debug,pages", ",", "%20", "words,"})
    void an_include_is_a_set(String include) throws Exception {
        try (SimulatedWorker worker = SimulatedWorker.start()) {
            worker.goOn();
            String uuid = Api.demo().submit(Form.of(Files.pdf(1), "a.pdf")).text("uuid");
            String query = "?include=" + include.replace(" ", "%20");
            assertThat(Api.demo().get("/api/v1/ocr/" + uuid + "/" + query).status())
                    .isEqualTo(200);
            assertThat(Api.demo()
                            .get("/api/v1/ocr/" + uuid + "/pages/1/" + query)
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Prefix: /tools/ocr|/tools/ocr|/tools/ocr",
                "X-Forwarded-Prefix: /tools/ocr/|/tools/ocr|/tools/ocr",
                "X-Forwarded-Proto: https~X-Forwarded-Host: ocr.example.org|https://ocr.example.org|''",
                "X-Forwarded-Proto: https~X-Forwarded-Host: ocr.example.org:8443, inner~X-Forwarded-Prefix:"
                        + " /a|https://ocr.example.org:8443/a|/a",
                "Forwarded: proto=https;host=ocr.example.org, for=10.0.0.1|https://ocr.example.org|''",
                "Forwarded: for=1.2.3.4; Host=\"[2001:db8::1]:443\"; PROTO=https|https://[2001:db8::1]:443|''",
                "X-Forwarded-Prefix: //evil.example|''|''",
                "X-Forwarded-Prefix: /a/../b\"|''|''",
                "X-Forwarded-Proto: javascript~X-Forwarded-Host: x|''|''",
                "X-Forwarded-Proto: https~X-Forwarded-Host: a/b|''|''",
                "X-Forwarded-Host: ocr.example.org|''|''"
            })
    @DisplayName("behind a proxy that is trusted, addresses are those from outside")
    void outer_addresses_are_told(String headers, String base, String prefix) throws Exception {
        String lines = headers.replace("~", "\r\n") + "\r\n";
        try (SimulatedWorker worker = SimulatedWorker.start()) {
            Form form = Form.of(Files.pdf(6), "a.pdf");
            RawClient.Answer answer = RawClient.exchange(
                    RawClient.upload(
                            Backends.DEMO_TOKEN,
                            "Content-Type: " + form.contentType(),
                            "Content-Length: " + form.bytes().length,
                            lines.strip()),
                    form.bytes());
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("Location"))
                    .isEqualTo(
                            base + "/api/v1/ocr/" + answer.json().path("uuid").asText() + "/");
            worker.goOn();
            Api.demo().ended(answer.json().path("uuid").asText());
        }
        assertThat(ask("GET", "/api/v1/openapi.json", lines)
                        .json()
                        .at("/servers/0/url")
                        .asText())
                .isEqualTo(base + "/");
        assertThat(ask("GET", "/api/v1/ocr/", lines).json().path("type").asText())
                .isEqualTo(prefix + "/problems/unauthorized");
    }

    @Test
    void large_bodies_are_for_uploads() throws Exception {
        Api.Answer answer = Api.demo()
                .send(
                        "POST",
                        "/api/v1/account/tokens/",
                        HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000]),
                        "application/json");

        Problems.assertProblem(answer, 400, "invalid_parameter");
    }

    private static void assertHeaders(RawClient.Answer answer) {
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isNotEmpty();
    }

    private static RawClient.Answer ask(String method, String address, String lines) throws IOException {
        try (RawClient client = RawClient.connect(Duration.ofSeconds(20))) {
            client.send("%s %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"
                    .formatted(method, address, lines));
            return client.answer(method.equals("HEAD"));
        }
    }
}
