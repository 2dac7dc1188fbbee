package dev.pagewright.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of a corpus whose text is known.
 *
 * @param dimension what it tries, the kind of document where the manifest names none
 * @param script that it is drawn in, empty where the manifest names none
 * @param language code as a submission takes it
 */
record Item(
        String id,
        String dimension,
        String script,
        String language,
        String mediaType,
        int pages,
        Path file,
        String truth) {

    static List<Item> of(Options options) throws IOException {
        var json = new ObjectMapper();
        List<Item> items = new ArrayList<>();
        for (String line : Files.readAllLines(options.corpus().resolve("manifest.jsonl"))) {
            JsonNode row = json.readTree(line);
            String id = row.path("id").asText();
            String dimension = row.path("dimension").asText(row.path("kind").asText());
            for (JsonNode truth : row.path("truth")) {
                boolean wanted = options.only().isEmpty()
                        || options.only().stream()
                                .anyMatch(part -> id.contains(part)
                                        || dimension.equals(part)
                                        || row.path("recipe").asText().equals(part));
                if (truth.path("type").asText().equals("text") && wanted) {
                    items.add(new Item(
                            id,
                            dimension,
                            row.path("script").asText(),
                            row.path("lang").asText().replace(',', '+'),
                            row.path("mime").asText(),
                            Math.max(1, row.path("pages").asInt()),
                            options.corpus().resolve(row.path("file").asText()),
                            Files.readString(
                                    options.corpus().resolve(truth.path("file").asText()), StandardCharsets.UTF_8)));
                    break;
                }
            }
        }
        List<Item> some = new ArrayList<>();
        for (int i = 0; i < items.size(); i += options.every()) {
            some.add(items.get(i));
        }
        return some;
    }
}
