package dev.pagewright.gateway.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pagewright.language.LanguageField;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads presets from JSON ({@code docs/tools.md} has the form) and is strict: what it does not know is a slip of the pen
 * that nobody would find otherwise. Every complaint names the line.
 */
final class ToolFile {

    private static final Set<String> FIELDS = Set.of("slug", "title", "description", "tier", "format", "options");
    private static final Set<String> TIERS = Set.of("cpu", "vlm");
    private static final Set<String> FORMATS =
            Set.of("txt", "md", "docx", "pdf", "csv", "json", "html", "xlsx", "hocr", "alto", "zip");
    private static final Map<String, Predicate<String>> OPTIONS = Map.of(
            "language",
            value -> LanguageField.parse(value).isPresent(),
            "ocr",
            Set.of("auto", "force", "never")::contains,
            "translate_to",
            SubmissionForm.LANGUAGE.asMatchPredicate(),
            ToolCatalogue.CSV_ROWS,
            Set.of("tables", "receipt")::contains);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");

    private final String name;
    private final JsonParser json;

    private ToolFile(String name, JsonParser json) {
        this.name = name;
        this.json = json;
    }

    /**
     * @param name of the source, for messages
     * @throws IllegalStateException where it is wrong, naming the line
     */
    static List<ToolCatalogue.Tool> read(InputStream input, String name) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(input)) {
            var file = new ToolFile(name, json);
            return file.presets();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IllegalStateException("%s, line %d: %s".formatted(name, line, e.getOriginalMessage()), e);
        }
    }

    private List<ToolCatalogue.Tool> presets() throws IOException {
        require(json.nextToken() == JsonToken.START_ARRAY, "the file is a list of presets: [ {...}, ... ]");
        List<ToolCatalogue.Tool> tools = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "a preset is an object: {\"slug\": ...}");
            ToolCatalogue.Tool tool = preset();
            require(slugs.add(tool.slug()), "a second preset with the slug \"%s\"".formatted(tool.slug()));
            tools.add(tool);
        }
        require(json.nextToken() == null, "nothing may follow the list");
        return tools;
    }

    private ToolCatalogue.Tool preset() throws IOException {
        Map<String, String> fields = new HashMap<>(Map.of("description", "", "tier", "cpu", "format", "md"));
        Map<String, String> options = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            require(
                    FIELDS.contains(field),
                    "no preset has a field \"%s\"; known are %s".formatted(field, sorted(FIELDS)));
            json.nextToken();
            if (field.equals("options")) {
                options.putAll(options());
            } else {
                fields.put(field, checked(field, text(field)));
            }
        }
        String slug = fields.get("slug");
        String title = fields.get("title");
        require(slug != null && title != null, "a preset needs \"slug\" and \"title\"");
        return new ToolCatalogue.Tool(
                String.valueOf(slug),
                String.valueOf(title),
                fields.getOrDefault("description", ""),
                fields.getOrDefault("tier", "cpu"),
                fields.getOrDefault("format", "md"),
                options);
    }

    private String checked(String field, String value) {
        switch (field) {
            case "slug" -> require(SLUG.matcher(value).matches(), "a slug has a-z, 0-9 and - alone: \"" + value + "\"");
            case "tier" -> require(TIERS.contains(value), "a tier is cpu or vlm, not \"" + value + "\"");
            case "format" ->
                require(FORMATS.contains(value), "no format \"%s\"; known are %s".formatted(value, sorted(FORMATS)));
            default -> require(!value.isBlank(), "\"%s\" is empty".formatted(field));
        }
        return value;
    }

    private Map<String, String> options() throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, "\"options\" is an object");
        Map<String, String> options = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String option = json.currentName();
            Predicate<String> form = OPTIONS.get(option);
            require(form != null, "no option \"%s\"; known are %s".formatted(option, sorted(OPTIONS.keySet())));
            json.nextToken();
            String value = text(option);
            require(form != null && form.test(value), "\"%s\" cannot be \"%s\"".formatted(option, value));
            options.put(option, value);
        }
        return options;
    }

    private String text(String field) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, "\"%s\" is a text".formatted(field));
        return json.getText();
    }

    private void require(boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalStateException(
                    "%s, line %d: %s".formatted(name, json.currentLocation().getLineNr(), complaint));
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
