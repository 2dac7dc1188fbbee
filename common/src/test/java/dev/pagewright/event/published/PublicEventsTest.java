package dev.pagewright.event.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.event.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The public topics keep what they promised: a folder for each release has its interface as it was then. */
class PublicEventsTest {

    private static final Path RELEASES = Path.of("src/test/resources/events/published");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void readers_of_an_earlier_release_understand_what_is_sent_and_later_ones_what_was(Path release)
            throws IOException {
        JsonNode earlier = MAPPER.readTree(release.resolve("asyncapi.json").toFile());
        JsonNode before = definitions(earlier);
        JsonNode after = EventSchemas.document();
        List<String> broken = new ArrayList<>();
        for (var message : earlier.at("/components/messages").properties()) {
            String kind = message.getValue().path("title").asText();
            String schema =
                    message.getValue().at("/payload/schema/$ref").asText().replaceFirst(".*/", "");
            Optional<PublicEvent> now = PublicEvent.ofKind(kind);
            if (now.isEmpty()) {
                broken.add(kind + " is told no more");
            } else if (!now.get().schema().equals(schema)) {
                broken.add(kind + " has other data");
            } else {
                broken.addAll(SchemaChanges.breaking(before, after, schema));
            }
        }
        JsonNode channels = AsyncApi.document("now").path("channels");
        for (var channel : earlier.path("channels").properties()) {
            JsonNode now = channels.path(channel.getKey());
            for (String promise :
                    List.of("/address", "/bindings/kafka/partitions", "/bindings/kafka/topicConfiguration")) {
                if (!channel.getValue()
                        .at(promise)
                        .toString()
                        .equals(now.at(promise).toString())) {
                    broken.add("topic %s: %s was %s and is %s"
                            .formatted(
                                    channel.getKey(),
                                    promise,
                                    channel.getValue().at(promise),
                                    now.at(promise)));
                }
            }
        }

        assertThat(broken)
                .as("what breaks readers of %s; where it is meant, it is another major version", release.getFileName())
                .isEmpty();
    }

    @Test
    void a_release_is_told_as_it_was() throws IOException {
        assertThat(releases()).isNotEmpty();
        for (Path release : releases()) {
            assertThat(MAPPER.readTree(release.resolve("asyncapi.json").toFile())
                            .at("/components/messages")
                            .size())
                    .isGreaterThan(5);
        }
    }

    @ParameterizedTest
    @EnumSource(PublicEvent.class)
    void every_event_has_its_data_defined_and_its_topic(PublicEvent event) {
        assertThat(EventSchemas.document().path("$defs").has(event.schema())).isTrue();
        assertThat(Topics.all()).extracting(Topics.Topic::name).contains(event.topic());
        assertThat(PublicEvent.ofKind(event.kind())).contains(event);
    }

    @Test
    void every_reference_of_both_documents_leads_somewhere() {
        assertReferences(EventSchemas.document());
        assertReferences(AsyncApi.document("1"));
    }

    private static void assertReferences(JsonNode document) {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    /** Definitions of an AsyncAPI document, as a schema's. */
    private static JsonNode definitions(JsonNode asyncApi) throws IOException {
        ObjectNode document = MAPPER.createObjectNode();
        document.set(
                "$defs",
                MAPPER.readTree(
                        asyncApi.at("/components/schemas").toString().replace("#/components/schemas/", "#/$defs/")));
        return document;
    }
}
