package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.gateway.testing.Api;
import java.io.IOException;

/** The one body of every error. */
final class Problems {

    private Problems() {}

    static JsonNode assertProblem(Api.Answer answer, int status, String code) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asText()).as(answer.body()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").isTextual()).isTrue();
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("error").asText())
                .isEqualTo(problem.path("detail").asText());
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("dev.pagewright");
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        }
        if (status == 429 || status == 503) {
            assertThat(answer.header("Retry-After")).isPresent();
        }
        return problem;
    }
}
