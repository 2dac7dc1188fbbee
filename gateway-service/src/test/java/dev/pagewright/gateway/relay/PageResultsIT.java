package dev.pagewright.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.gateway.testing.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The public topic of pages. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PageResultsIT {

    @Test
    void a_page_whose_document_is_damaged_holds_no_other_back() throws Exception {
        try (var worker = SimulatedWorker.start()) {
            worker.damage(Set.of(2));

            String job = Api.demo().submit(Form.of(Files.pdf(6), "a.pdf")).text("uuid");

            ObjectNode pages = JsonNodeFactory.instance.objectNode();
            for (var record : TopicLog.read(Topics.PAGE_RESULTS, 6, record -> job.equals(record.key()))) {
                JsonNode page = new ObjectMapper().readTree(record.value());
                pages.set(page.path("index").asText(), page);
            }
            assertThat(pages).hasSize(6);
            assertThat(pages.at("/1/reference").asText()).isEqualTo("/api/v1/ocr/" + job + "/pages/2/");
            assertThat(pages.at("/2/page/text").asText()).startsWith("Page 3");
        }
    }
}
