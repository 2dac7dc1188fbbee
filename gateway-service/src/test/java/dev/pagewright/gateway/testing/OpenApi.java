package dev.pagewright.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The API's description, held against what the gateway really answers: address, method, status, type and body.
 * Stricter than the document: a member that it does not name is an error.
 */
public final class OpenApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");
    private static final JsonNode DOCUMENT = read();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private OpenApi() {}

    /** Every documented operation, such as {@code GET /api/v1/ocr/{uuid}/}. */
    public static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (var path : DOCUMENT.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return operations;
    }

    /** A named schema of the document. */
    public static JsonNode schema(String name) {
        return DOCUMENT.path("components").path("schemas").path(name);
    }

    /** Fails where the answer is not one that the document tells of. */
    static void check(String method, HttpResponse<byte[]> answer) throws IOException {
        String path = answer.uri().getRawPath();
        Optional<JsonNode> operations = path(path);
        if (operations.isEmpty()) {
            if (path.startsWith("/api/") && answer.statusCode() != 404 && answer.statusCode() != 400) {
                throw new AssertionError(
                        "an address that is not documented answers " + answer.statusCode() + ": " + path);
            }
            return;
        }
        JsonNode operation = operations.get().path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            if (answer.statusCode() != 405 && !method.equals("HEAD") && !method.equals("OPTIONS")) {
                throw new AssertionError(
                        "a method that is not documented answers " + answer.statusCode() + ": " + method + " " + path);
            }
            return;
        }
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
        if (response.isMissingNode()) {
            throw new AssertionError("%s %s answers %d, which is not documented: %s"
                    .formatted(method, path, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        if (!method.equals("HEAD")) {
            body(method + " " + path + " " + answer.statusCode(), response.path("content"), answer);
        }
    }

    private static void body(String what, JsonNode content, HttpResponse<byte[]> answer) throws IOException {
        if (content.isMissingNode()) {
            if (answer.body().length > 0) {
                throw new AssertionError(what + " has a body, which is not documented");
            }
            return;
        }
        String type = answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip();
        JsonNode described = content.has(type) ? content.path(type) : content.path("*/*");
        if (described.isMissingNode()) {
            throw new AssertionError(what + " is of the type " + type + ", which is not documented");
        }
        if (type.endsWith("json")) {
            Set<ValidationMessage> errors = schema(described.path("schema"))
                    .validate(new String(answer.body(), StandardCharsets.UTF_8), InputFormat.JSON);
            if (!errors.isEmpty()) {
                throw new AssertionError(what + " is not as documented: " + errors);
            }
        }
    }

    private static JsonSchema schema(JsonNode described) {
        return SCHEMAS.computeIfAbsent(described.toString(), text -> {
            ObjectNode whole = MAPPER.createObjectNode();
            whole.setAll((ObjectNode) described);
            whole.set("$defs", DOCUMENT.path("components").path("schemas"));
            return FACTORY.getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/"));
        });
    }

    private static JsonNode resolved(JsonNode response) {
        String reference = response.path("$ref").asText();
        return reference.isEmpty() ? response : DOCUMENT.at(reference.substring(1));
    }

    private static Optional<JsonNode> path(String requested) {
        String path = requested.endsWith("/") || requested.endsWith(".json") ? requested : requested + "/";
        for (var described : DOCUMENT.path("paths").properties()) {
            if (path.matches(described.getKey().replaceAll("\\{\\w+}", "[^/]+"))) {
                return Optional.of(described.getValue());
            }
        }
        return Optional.empty();
    }

    private static JsonNode read() {
        try (InputStream resource =
                Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi.json"), "openapi.json")) {
            JsonNode document = MAPPER.readTree(resource);
            close(document.path("components").path("schemas"));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds {@code additionalProperties: false} to every object that says nothing of them. */
    private static void close(JsonNode node) {
        if (node.path("properties").isObject()
                && !node.has("additionalProperties")
                && node instanceof ObjectNode object) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApi::close);
    }
}
