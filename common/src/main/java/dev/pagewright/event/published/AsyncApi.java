package dev.pagewright.event.published;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pagewright.event.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The description of the public topics by <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI
 * 3</a>, made from {@link Topics}, {@link PublicEvent} and {@link EventSchemas}.
 */
public final class AsyncApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String DEFINITIONS = "#/$defs/";
    private static final String SCHEMAS = "#/components/schemas/";

    private static final Map<String, String> KEYS = Map.of(
            Topics.PAGE_RESULTS, "the job's id",
            Topics.JOB_EVENTS, "the job's id",
            Topics.USAGE_EVENTS, "the account's id");

    private static final Map<String, String> CONTENTS = Map.of(
            Topics.PAGE_RESULTS,
            "Each page as soon as it is read, or has failed. What a document pass settles afterwards (headings, running"
                    + " headers, tables over several pages) is told by the job's revision.",
            Topics.JOB_EVENTS,
            "The life of each job.",
            Topics.USAGE_EVENTS,
            "Metering, for billing: each page that was charged, once.");

    private AsyncApi() {}

    /** @param version of the product */
    public static ObjectNode document(String version) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Pagewright's public topics")
                .put("version", version)
                .put(
                        "description",
                        "CloudEvents 1.0 in the Kafka protocol binding's binary mode: attributes as headers, the data as"
                                + " JSON. At least once; copies have the same ce_id. In order within a key. Skip"
                                + " events whose ce_type you do not know, and members of data that you do not know.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (PublicEvent event : PublicEvent.values()) {
            message(messages.putObject(name(event)), event);
        }
        for (Topics.Topic topic : PublicEvent.topics()) {
            String name = name(topic);
            channel(channels.putObject(name), topic);
            ObjectNode operation =
                    operations.putObject("read" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            operation.put("action", "receive");
            operation.putObject("channel").put("$ref", "#/channels/" + name);
        }
        ObjectNode definitions = (ObjectNode) EventSchemas.document().path("$defs");
        components.set("schemas", definitions);
        components.putObject("messageTraits").set("cloudEvent", cloudEvent());
        point(document);
        return document;
    }

    private static void channel(ObjectNode channel, Topics.Topic topic) {
        channel.put("address", topic.name());
        channel.put("description", requireNonNull(CONTENTS.get(topic.name())));
        ObjectNode messages = channel.putObject("messages");
        for (PublicEvent event : PublicEvent.values()) {
            if (event.topic().equals(topic.name())) {
                messages.putObject(name(event)).put("$ref", "#/components/messages/" + name(event));
            }
        }
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions()).put("bindingVersion", "0.5.0");
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration
                .putArray("cleanup.policy")
                .add(requireNonNull(topic.settings().get("cleanup.policy")));
        for (String setting : List.of("retention.ms", "max.message.bytes")) {
            configuration.put(
                    setting, Long.parseLong(requireNonNull(topic.settings().get(setting))));
        }
    }

    private static void message(ObjectNode message, PublicEvent event) {
        message.put("name", event.type());
        message.put("title", event.kind());
        message.put("summary", event.meaning());
        message.put("contentType", "application/json");
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", SCHEMAS + event.schema());
        ObjectNode key = message.putObject("bindings").putObject("kafka").putObject("key");
        key.put("type", "string").put("description", requireNonNull(KEYS.get(event.topic())));
    }

    private static ObjectNode cloudEvent() {
        ObjectNode trait = MAPPER.createObjectNode();
        ObjectNode headers = trait.putObject("headers");
        headers.put("type", "object");
        ArrayNode required = headers.putArray("required");
        ObjectNode properties = headers.putObject("properties");
        header(properties, "ce_specversion", "1.0.").put("const", "1.0");
        header(properties, "ce_id", "The same for every copy of an event: what tells a copy from an original.");
        header(properties, "ce_source", "Who tells it.");
        header(properties, "ce_type", "The event's kind.").set("enum", types());
        header(properties, "ce_subject", "The record's key.");
        header(properties, "ce_time", "When it happened, RFC 3339 in UTC.").put("format", "date-time");
        header(properties, "ce_dataschema", "Where the data are defined, with the major version.");
        header(properties, "content-type", "Of the data.").put("const", "application/json");
        properties.fieldNames().forEachRemaining(required::add);
        header(properties, "traceparent", "W3C Trace Context of the request that caused it, where there was one.");
        return trait;
    }

    private static ArrayNode types() {
        ArrayNode types = MAPPER.createArrayNode();
        Arrays.stream(PublicEvent.values()).map(PublicEvent::type).forEach(types::add);
        return types;
    }

    private static ObjectNode header(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    /** References to the schemas' own place lead to where they stand in this document. */
    private static void point(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.get("$ref") instanceof TextNode reference
                && reference.textValue().startsWith(DEFINITIONS)) {
            object.put("$ref", SCHEMAS + reference.textValue().substring(DEFINITIONS.length()));
        }
        node.forEach(AsyncApi::point);
    }

    /** {@code pageResults} of {@code pagewright.page-results}. */
    private static String name(Topics.Topic topic) {
        return camel(topic.name().substring(topic.name().indexOf('.') + 1).split("-"));
    }

    private static String name(PublicEvent event) {
        return camel(event.kind().split("\\."));
    }

    private static String camel(String[] words) {
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return name.toString();
    }
}
