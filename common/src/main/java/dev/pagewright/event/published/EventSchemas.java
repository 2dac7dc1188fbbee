package dev.pagewright.event.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The JSON Schemas (draft 2020-12) of the public events' data, in one document that needs no other: the events' own
 * definitions, and those of the API's objects that they hold.
 */
public final class EventSchemas {

    /** The major version; it changes where a reader of the earlier one would not understand what is sent. */
    public static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EventSchemas() {}

    /** A copy of the document; each event's definition stands in {@code $defs} by {@link PublicEvent#schema()}. */
    public static ObjectNode document() {
        ObjectNode events = read("/schema/events.schema.json");
        ObjectNode definitions = (ObjectNode) events.path("$defs");
        JsonNode ofTheApi = read("/schema/job.schema.json").path("$defs");
        // what the events hold, and what that holds
        for (boolean added = true; added; ) {
            added = false;
            for (String reference : definitions.findValuesAsText("$ref")) {
                String name = reference.substring("#/$defs/".length());
                if (!definitions.has(name)) {
                    definitions.set(name, Objects.requireNonNull(ofTheApi.get(name), name));
                    added = true;
                }
            }
        }
        return events;
    }

    /** Where an event's data are defined, as the CloudEvents attribute {@code dataschema} tells it. */
    public static String address(PublicEvent event) {
        return "urn:pagewright:events:%d#/$defs/%s".formatted(VERSION, event.schema());
    }

    private static ObjectNode read(String resource) {
        try (InputStream stream = Objects.requireNonNull(EventSchemas.class.getResourceAsStream(resource), resource)) {
            return (ObjectNode) MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
