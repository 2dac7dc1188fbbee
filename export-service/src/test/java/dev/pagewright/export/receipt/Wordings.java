package dev.pagewright.export.receipt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What receipts of a language call their fields, from {@code wordings.txt}, of one half: those that were looked at while
 * the reader was mended, or those held out.
 */
record Wordings(String language, char point, Map<String, List<String>> words) {

    static List<Wordings> of(boolean heldOut) {
        List<Wordings> all = new ArrayList<>();
        for (String line : lines()) {
            int colon = line.indexOf(':');
            String key = line.substring(0, colon);
            String rest = line.substring(colon + 1).strip();
            if (key.equals("language")) {
                all.add(new Wordings(rest, '.', new HashMap<>()));
            } else if (key.equals("writes")) {
                String[] parts = rest.split(" \\| ", -1);
                Wordings last = all.removeLast();
                last.words().put("currency", list(parts[1]));
                last.words().put("pattern", list(parts[2]));
                all.add(new Wordings(last.language(), parts[0].charAt(0), last.words()));
            } else {
                all.getLast().words().put(key, list(rest.split(" \\| ", -1)[heldOut ? 1 : 0]));
            }
        }
        return all;
    }

    List<String> get(String key) {
        return Objects.requireNonNull(words.get(key), key);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static List<String> lines() {
        var file = Objects.requireNonNull(Wordings.class.getResourceAsStream("wordings.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
