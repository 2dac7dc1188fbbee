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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions of a corpus ({@code manifest.jsonl}) with what answers them, by the document's id. */
record QuestionSet(Map<String, List<Asked>> byDocument) {

    /**
     * @param pages 1-based, that hold the answer; none where that is not known
     * @param accept every group needs one of its alternatives in the answer; none where only pages are judged
     * @param atLeast how many groups are enough; 0 for all of them
     * @param rivals wrong values that look right
     * @param follows id of the question that it follows in the same conversation
     */
    record Asked(
            String id,
            String question,
            Set<Integer> pages,
            List<List<String>> accept,
            int atLeast,
            boolean refuse,
            @Nullable String verdict,
            List<String> rivals,
            @Nullable String follows,
            String language,
            List<String> tags) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static QuestionSet read(Path corpus) throws IOException {
        Map<String, List<Asked>> byDocument = new LinkedHashMap<>();
        for (String line : Files.readAllLines(corpus.resolve("manifest.jsonl"))) {
            JsonNode item = MAPPER.readTree(line);
            for (JsonNode truth : item.path("truth")) {
                if (truth.path("type").asText().equals("qa")) {
                    byDocument.putIfAbsent(
                            item.path("id").asText(),
                            questions(corpus.resolve(truth.path("file").asText())));
                }
            }
        }
        return new QuestionSet(byDocument);
    }

    /**
     * Documents of the set with their questions, where their pages have been read.
     *
     * @param pages a directory with each document's pages ({@code ID.ndjson})
     * @param only takes documents whose id holds it
     */
    Map<CorpusDocument, List<Asked>> of(Path pages, String only) throws IOException {
        Map<CorpusDocument, List<Asked>> documents = new LinkedHashMap<>();
        for (var entry : byDocument.entrySet()) {
            Path file = pages.resolve(entry.getKey() + ".ndjson");
            if (Files.exists(file) && entry.getKey().contains(only)) {
                documents.put(CorpusDocument.read(entry.getKey(), file), entry.getValue());
            }
        }
        return documents;
    }

    /** What was asked before a question in the same conversation, oldest first. */
    static List<String> before(Asked question, List<Asked> all) {
        Map<String, Asked> byId = all.stream().collect(Collectors.toMap(Asked::id, one -> one, (a, b) -> b));
        List<String> before = new ArrayList<>();
        for (Asked last = question; last.follows() != null; ) {
            last = byId.getOrDefault(last.follows(), question);
            before.addFirst(last.question());
            if (last.equals(question)) {
                break;
            }
        }
        return before;
    }

    private static List<Asked> questions(Path file) throws IOException {
        List<Asked> questions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = line.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(line);
            if (json.path("question").isMissingNode() || json.path("documents").size() > 1) {
                continue;
            }
            Set<Integer> pages = new HashSet<>();
            json.path("evidence_pages").forEach(page -> pages.add(page.asInt()));
            List<List<String>> accept = new ArrayList<>();
            json.path("accept").forEach(group -> accept.add(texts(group)));
            questions.add(new Asked(
                    json.path("id").asText(),
                    json.path("question").asText(),
                    pages,
                    accept,
                    json.path("at_least").asInt(0),
                    json.path("must_refuse").asBoolean(false),
                    json.hasNonNull("verdict") ? json.path("verdict").asText() : null,
                    texts(json.path("rivals")),
                    json.hasNonNull("follows") ? json.path("follows").asText() : null,
                    json.path("qlang").asText("en"),
                    texts(json.path("tags"))));
        }
        return questions;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
