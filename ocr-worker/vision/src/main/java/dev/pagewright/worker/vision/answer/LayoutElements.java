package dev.pagewright.worker.vision.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a list of layout elements in JSON into Markdown, as dots.ocr and its kin answer: {@code [{"bbox": [...],
 * "category": "Table", "text": "<table>..."}, ...]}, tables as HTML, formulae as LaTeX, the rest as Markdown. Their boxes
 * are not taken: the words' own places are better.
 */
final class LayoutElements {

    private static final Pattern BEGINS = Pattern.compile("\\A\\s*\\[\\s*\\{\\s*\"(?:bbox|category|text)\"");
    private static final JsonFactory JSON = new JsonFactory();

    private record Element(String category, String text) {

        String markdown() {
            boolean marked = text.stripLeading().startsWith("#");
            return switch (category) {
                case "Title" -> marked ? text : "# " + oneLine();
                case "Section-header" -> marked ? text : "## " + oneLine();
                case "Formula" -> text.contains("$$") || text.contains("\\[") ? text : "$$" + text + "$$";
                default -> text;
            };
        }

        private String oneLine() {
            return text.strip().replaceAll("\\s*\\n\\s*", " ");
        }
    }

    private LayoutElements() {}

    /** @return empty where the answer is no such list; of one that breaks off, the elements that are whole */
    static Optional<String> markdown(String answer) {
        if (!BEGINS.matcher(answer).lookingAt()) {
            return Optional.empty();
        }
        List<String> blocks = new ArrayList<>();
        try (JsonParser json = JSON.createParser(answer)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Element element = element(json);
                if (!element.text.isBlank()) {
                    blocks.add(element.markdown());
                }
            }
        } catch (IOException e) {
            if (blocks.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(String.join("\n\n", blocks));
    }

    private static Element element(JsonParser json) throws IOException {
        String category = "";
        String text = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "category" -> category = json.getValueAsString("");
                case "text" -> text = json.getValueAsString("");
                default -> json.skipChildren();
            }
        }
        return new Element(category, text);
    }
}
