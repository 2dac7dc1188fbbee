package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.event.WorkerPresence;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** C13: every shipped tool takes a file to the end of its job. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ToolsIT {

    @Test
    @DisplayName("C13: each listed tool sets its tier, and its job ends; an explicit tier beats it")
    void every_tool_works() throws Exception {
        try (SimulatedWorker worker = SimulatedWorker.start()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                worker.announce(presence("a-chat-model"));
                assertThat(Api.demo().get("/api/v1/tools/").json().path("items"))
                        .allSatisfy(tool ->
                                assertThat(tool.path("available").asBoolean()).isTrue());
            });
            for (JsonNode tool : Api.demo().get("/api/v1/tools/").json().path("items")) {
                Form form = Form.of(Files.pdf(1), "a.pdf")
                        .field("tool", tool.path("slug").asText());
                if (tool.path("slug").asText().equals("translate")) {
                    form = form.field("translate_to", "de");
                }

                JsonNode job =
                        Api.demo().ended(Api.demo().submit(form).text("uuid")).json();

                assertThat(job.path("status").asText()).isEqualTo("done");
                assertThat(job.path("tool").asText())
                        .isEqualTo(tool.path("slug").asText());
                assertThat(job.path("tier").asText())
                        .isEqualTo(tool.path("tier").asText());
                assertThat(job.path("text").asText()).contains("Page 1 of the document.");
            }
            assertThat(Api.demo()
                            .submit(Form.of(Files.pdf(1), "a.pdf")
                                    .field("tool", "receipt-to-csv")
                                    .field("tier", "cpu"))
                            .text("tier"))
                    .isEqualTo("cpu");
            worker.announce(presence(null));
        }
    }

    private static WorkerPresence presence(@Nullable String model) {
        return new WorkerPresence("every-tool", List.of("en"), List.of("tesseract"), List.of(), null, model);
    }
}
