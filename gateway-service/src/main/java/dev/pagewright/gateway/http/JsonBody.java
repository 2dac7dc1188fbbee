package dev.pagewright.gateway.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pagewright.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The JSON object that a request carries, read within a bound. Whatever is wrong with it is 400
 * {@code invalid_parameter} with a sentence that names the member.
 */
public final class JsonBody {

    private static final int LARGEST = 64 << 10;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    /**
     * @param members all that the object may have
     * @throws ProblemException where the bytes are no such object
     */
    public static JsonBody read(InputStream body, Set<String> members) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw invalid("The body is larger than the %d bytes that this address takes.".formatted(LARGEST));
        }
        JsonNode object = parse(bytes);
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!members.contains(name)) {
                throw invalid("The body has a member that is not known here; known are %s."
                        .formatted(String.join(", ", new TreeSet<>(members))));
            }
        }
        return new JsonBody(object);
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw invalid("The body is not well-formed JSON, or names a member twice.");
        }
        throw invalid("The body must be a JSON object.");
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** One line of text, stripped; empty where the member is absent or null. */
    public Optional<String> text(String name, int longest) {
        if (!has(name)) {
            return Optional.empty();
        }
        String text =
                object.get(name).isTextual() ? object.get(name).textValue().strip() : "";
        if (text.isEmpty() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw invalid("The member \"%s\" takes a line of 1 to %d characters.".formatted(name, longest));
        }
        return Optional.of(text);
    }

    public String requiredText(String name, int longest) {
        return text(name, longest).orElseThrow(() -> invalid("The member \"%s\" is missing.".formatted(name)));
    }

    /** One of a closed list; empty where the member is absent or null. */
    public Optional<String> choice(String name, Set<String> choices) {
        if (!has(name)) {
            return Optional.empty();
        }
        String choice = object.get(name).asText();
        if (!object.get(name).isTextual() || !choices.contains(choice)) {
            throw invalid(
                    "The member \"%s\" takes one of %s.".formatted(name, String.join(", ", new TreeSet<>(choices))));
        }
        return Optional.of(choice);
    }

    /** Some of a closed list, at least one; empty where the member is absent or null. */
    public Optional<Set<String>> choices(String name, Set<String> choices) {
        if (!has(name)) {
            return Optional.empty();
        }
        Set<String> chosen = new LinkedHashSet<>();
        object.get(name).forEach(element -> chosen.add(element.isTextual() ? element.textValue() : ""));
        if (chosen.isEmpty() || !object.get(name).isArray() || !choices.containsAll(chosen)) {
            throw invalid("The member \"%s\" takes a list of one or more of %s."
                    .formatted(name, String.join(", ", new TreeSet<>(choices))));
        }
        return Optional.of(chosen);
    }

    /** ISO 8601 with an offset; empty where the member is absent or null. */
    public Optional<Instant> time(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(object.get(name).asText()).toInstant());
        } catch (DateTimeParseException e) {
            throw invalid("The member \"%s\" takes a time such as \"2030-01-31T12:00:00Z\".".formatted(name));
        }
    }

    /** A required whole number. */
    public long requiredWhole(String name, long least, long most) {
        JsonNode number = object.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw invalid("The member \"%s\" takes a whole number from %d to %d.".formatted(name, least, most));
        }
        long value = number.longValue();
        if (value < least || value > most) {
            throw invalid("The member \"%s\" takes a whole number from %d to %d.".formatted(name, least, most));
        }
        return value;
    }

    public static ProblemException invalid(String detail) {
        return new ProblemException(ErrorCode.INVALID_PARAMETER, detail);
    }
}
