package dev.pagewright.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Blob keys of a job's pages as JSON. Keys of many pages would not fit in a record of the broker, though they differ in
 * their last segment alone: so the folder that {@link #MANY} or more have in common is written once, as
 * {@code {"in": "folder/", "names": ...}}. Fewer are written as they are, which older releases read too.
 */
final class BlobKeyJson {

    /** Half as many full keys as a record of a megabyte holds, so that the two ways never both fail. */
    static final int MANY = 4_000;

    private static final String FOLDER = "in";
    private static final String NAMES = "names";

    private BlobKeyJson() {}

    /** Keys by index; null where a page has none. */
    static final class ListWriter extends JsonSerializer<List<@Nullable String>> {

        @Override
        public void serialize(List<@Nullable String> keys, JsonGenerator json, SerializerProvider context)
                throws IOException {
            String folder = folder(keys);
            open(json, folder);
            json.writeStartArray();
            for (String key : keys) {
                if (key == null) {
                    json.writeNull();
                } else {
                    json.writeString(key.substring(folder.length()));
                }
            }
            json.writeEndArray();
            close(json, folder);
        }
    }

    /** Keys by index. */
    static final class MapWriter extends JsonSerializer<Map<Integer, String>> {

        @Override
        public void serialize(Map<Integer, String> keys, JsonGenerator json, SerializerProvider context)
                throws IOException {
            String folder = folder(keys.values());
            open(json, folder);
            json.writeStartObject();
            for (Map.Entry<Integer, String> key : new TreeMap<>(keys).entrySet()) {
                json.writeStringField(key.getKey().toString(), key.getValue().substring(folder.length()));
            }
            json.writeEndObject();
            close(json, folder);
        }
    }

    /** Reads both forms. */
    static final class ListReader extends JsonDeserializer<List<@Nullable String>> {

        @Override
        public List<@Nullable String> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode tree = json.readValueAsTree();
            JsonNode names = tree.isObject() ? tree.path(NAMES) : tree;
            if (!names.isArray()) {
                throw context.weirdStringException("", List.class, "no list of keys");
            }
            String folder = tree.path(FOLDER).asText("");
            List<@Nullable String> keys = new ArrayList<>(names.size());
            for (JsonNode name : names) {
                keys.add(name.isNull() ? null : folder + text(name, context));
            }
            return keys;
        }
    }

    /** Reads both forms. */
    static final class MapReader extends JsonDeserializer<Map<Integer, String>> {

        @Override
        public Map<Integer, String> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode tree = json.readValueAsTree();
            boolean shared = tree.path(NAMES).isObject();
            JsonNode names = shared ? tree.path(NAMES) : tree;
            if (!names.isObject()) {
                throw context.weirdStringException("", Map.class, "no keys by index");
            }
            String folder = shared ? tree.path(FOLDER).asText("") : "";
            Map<Integer, String> keys = new TreeMap<>();
            for (Map.Entry<String, JsonNode> name : names.properties()) {
                try {
                    keys.put(Integer.valueOf(name.getKey()), folder + text(name.getValue(), context));
                } catch (NumberFormatException e) {
                    throw context.weirdStringException(name.getKey(), Map.class, "no index of a page");
                }
            }
            return keys;
        }
    }

    /** What the keys have in common up to a slash, where there are many; else nothing. */
    private static String folder(Collection<@Nullable String> keys) {
        List<String> known = keys.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (known.size() < MANY) {
            return "";
        }
        String first = known.getFirst();
        String folder = first.substring(0, first.lastIndexOf('/') + 1);
        return known.stream().allMatch(key -> key.startsWith(folder)) ? folder : "";
    }

    private static String text(JsonNode name, DeserializationContext context) throws IOException {
        if (!name.isTextual()) {
            throw context.weirdStringException(name.toString(), String.class, "no key");
        }
        return name.asText();
    }

    private static void open(JsonGenerator json, String folder) throws IOException {
        if (!folder.isEmpty()) {
            json.writeStartObject();
            json.writeStringField(FOLDER, folder);
            json.writeFieldName(NAMES);
        }
    }

    private static void close(JsonGenerator json, String folder) throws IOException {
        if (!folder.isEmpty()) {
            json.writeEndObject();
        }
    }
}
