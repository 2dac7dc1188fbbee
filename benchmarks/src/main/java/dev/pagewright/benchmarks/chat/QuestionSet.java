package dev.pagewright.benchmarks.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions of a corpus with the pages and figures that answer them. */
record QuestionSet(Map<String, List<Asked>> byDocument) {

    /** @param figures that a right answer states, as they stand in the document; none where it asks for none */
    record Asked(String question, Set<Integer> pages, List<String> figures) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @param corpus holds {@code manifest.jsonl}; of its items, those with questions about one document are taken */
    static QuestionSet read(Path corpus) throws IOException {
        Map<String, List<Asked>> byDocument = new LinkedHashMap<>();
        for (String line : Files.readAllLines(corpus.resolve("manifest.jsonl"))) {
            JsonNode item = MAPPER.readTree(line);
            for (JsonNode truth : item.path("truth")) {
                if (truth.path("type").asText().equals("qa")) {
                    byDocument.put(
                            item.path("id").asText(),
                            questions(corpus.resolve(truth.path("file").asText())));
                }
            }
        }
        return new QuestionSet(byDocument);
    }

    private static List<Asked> questions(Path file) throws IOException {
        List<Asked> questions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode json = MAPPER.readTree(line);
            if (json.path("documents").size() > 1) {
                continue;
            }
            Set<Integer> pages = new HashSet<>();
            json.path("evidence_pages").forEach(page -> pages.add(page.asInt()));
            List<String> figures = new ArrayList<>();
            json.path("numbers_found_in_doc").forEach(figure -> figures.add(figure.asText()));
            questions.add(new Asked(json.path("question").asText(), pages, figures));
        }
        return questions;
    }
}
