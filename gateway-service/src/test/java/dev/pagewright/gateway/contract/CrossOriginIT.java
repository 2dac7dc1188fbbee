package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.RawClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an operator lets other origins in: what browsers are answered before they ask, and when they are refused. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ImpatientProfile.class)
class CrossOriginIT {

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, https://app.example, 200",
        "OPTIONS, https://evil.example, 403",
        "GET, https://app.example, 200",
        "GET, https://evil.example, 403"
    })
    @DisplayName("every answer has the security headers")
    void every_answer_has_the_headers(String method, String origin, int status) throws Exception {
        RawClient.Answer answer = RawClient.exchange(
                method + " /api/v1/capabilities/ HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin
                        + "\r\nAccess-Control-Request-Method: GET\r\n\r\n",
                new byte[0]);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin"))
                .isEqualTo(status == 200 ? ImpatientProfile.ORIGIN : "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"POST /api/v1/ocr/", "GET /api/v1/ocr/", "GET /problems/", "PUT /api/v1/ocr/", "GET /nowhere"})
    @DisplayName("what it may ask it may read the answer of, an upload's and a refusal's too")
    void every_answer_may_be_read(String request) throws Exception {
        RawClient.Answer answer = RawClient.exchange(
                request + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + ImpatientProfile.ORIGIN
                        + "\r\nContent-Length: 0\r\n\r\n",
                new byte[0]);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ImpatientProfile.ORIGIN);
    }
}
