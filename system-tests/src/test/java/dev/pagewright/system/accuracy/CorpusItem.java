package dev.pagewright.system.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A document of a corpus whose text is known.
 *
 * @param kind what the documents that are averaged have in common
 * @param truth its text
 * @param ordered whether the truth's order is the page's
 */
record CorpusItem(String kind, Path file, String truth, boolean ordered) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * The items of {@code manifest.jsonl} that have a truth of type {@code text}: a line an item with {@code kind},
     * {@code file}, {@code truth[]} of {@code type} and {@code file}, {@code flags[]}.
     */
    static List<CorpusItem> of(Path corpus) throws IOException {
        try (Stream<String> lines = Files.lines(corpus.resolve("manifest.jsonl"))) {
            return lines.filter(line -> !line.isBlank())
                    .map(CorpusItem::json)
                    .filter(item -> whole(item.path("flags")))
                    .flatMap(item -> elements(item.path("truth"))
                            .filter(truth -> truth.path("type").asText().equals("text"))
                            .limit(1)
                            .map(truth -> of(corpus, item, truth)))
                    .toList();
        }
    }

    private static CorpusItem of(Path corpus, JsonNode item, JsonNode truth) {
        try {
            return new CorpusItem(
                    item.path("kind").asText(),
                    corpus.resolve(item.path("file").asText()),
                    Files.readString(corpus.resolve(truth.path("file").asText())),
                    elements(item.path("flags")).noneMatch(flag -> flag.asText().equals("order-insensitive")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the truth is that of the whole document. */
    private static boolean whole(JsonNode flags) {
        return elements(flags)
                .map(JsonNode::asText)
                .noneMatch(flag -> flag.equals("first-line-only") || flag.equals("truth-per-page-repeats"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
