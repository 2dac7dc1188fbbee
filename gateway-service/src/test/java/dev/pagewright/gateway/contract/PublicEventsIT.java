package dev.pagewright.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.pagewright.gateway.testing.Api;
import dev.pagewright.gateway.testing.Backends;
import dev.pagewright.gateway.testing.Files;
import dev.pagewright.gateway.testing.Form;
import dev.pagewright.gateway.testing.SimulatedWorker;
import dev.pagewright.gateway.testing.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A reader that knows the public topics from their description alone finds the whole life of a job there. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PublicEventsIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void the_life_of_a_job_stands_in_the_topics_as_they_are_described() throws Exception {
        JsonNode description = Api.nobody().get("/api/v1/asyncapi.json").json();
        Account account = Account.pro(100);
        String done;
        String failed;
        try (var worker = SimulatedWorker.start()) {
            worker.fail(Set.of(2));
            done = account.api().submit(Form.of(Files.pdf(3), "a.pdf")).text("uuid");
            account.api().ended(done);
            worker.fail(Set.of(1));
            failed = account.api().submit(Form.of(Files.pdf(1), "b.pdf")).text("uuid");
            account.api().ended(failed);
            account.api().delete("/api/v1/ocr/" + done + "/");
        }

        Map<String, List<String>> told = new HashMap<>();
        for (var channel : description.path("channels")) {
            String topic = channel.path("address").asText();
            Set<String> keys = topic.contains("usage") ? Set.of(account.id()) : Set.of(done, failed);
            int expected = topic.contains("usage") ? 2 : topic.contains("page") ? 4 : 8;
            Set<String> seen = new HashSet<>(); // delivery is at least once, and copies have the same id
            List<ConsumerRecord<String, byte[]>> records = TopicLog.read(
                    topic, expected, record -> keys.contains(record.key()) && seen.add(header(record, "ce_id")));
            for (var record : records) {
                JsonNode message = message(description, header(record, "ce_type"));
                assertThat(schema(description, message.at("/payload/schema"))
                                .validate(new String(record.value(), StandardCharsets.UTF_8), InputFormat.JSON))
                        .as("%s %s", topic, header(record, "ce_type"))
                        .isEmpty();
                assertThat(schema(description, description.at("/components/messageTraits/cloudEvent/headers"))
                                .validate(headers(record).toString(), InputFormat.JSON))
                        .isEmpty();
                assertThat(header(record, "ce_subject")).isEqualTo(record.key());
                told.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(message.path("title").asText());
            }
        }

        assertThat(told.getOrDefault(done, List.of()))
                .contains("job.accepted", "job.started", "job.done", "job.deleted", "page.read", "page.failed");
        assertThat(told.getOrDefault(done, List.of()).stream().filter(kind -> kind.startsWith("page.")))
                .hasSize(3);
        assertThat(told.getOrDefault(failed, List.of())).contains("job.accepted", "job.failed", "page.failed");
        assertThat(told.getOrDefault(account.id(), List.of())).containsExactly("usage.page", "usage.page");
    }

    private static JsonNode message(JsonNode description, String type) {
        for (JsonNode message : description.at("/components/messages")) {
            if (message.path("name").asText().equals(type)) {
                return message;
            }
        }
        throw new AssertionError("no message is described of type " + type);
    }

    private static JsonSchema schema(JsonNode description, JsonNode schema) {
        ObjectNode whole = description.deepCopy();
        whole.setAll((ObjectNode) schema.deepCopy());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    }

    private static JsonNode headers(ConsumerRecord<String, byte[]> record) {
        ObjectNode headers = MAPPER.createObjectNode();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return headers(record).path(name).asText();
    }
}
