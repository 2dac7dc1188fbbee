package dev.pagewright.chat.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words by which questions of one language are read, from {@code /language/CODE.txt}; what its keys mean stands in the
 * README beside the files. Thread-safe.
 */
public final class LanguageWords {

    /** Languages with words of their own, ISO 639 codes. */
    public static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja", "ko");

    private static final String DEFAULT = "en";
    private static final Map<String, LanguageWords> LOADED = new ConcurrentHashMap<>();

    private final String language;
    private final Map<String, List<String>> lists;
    private final Set<String> small;
    private final Set<String> light;

    private LanguageWords(String language, Map<String, List<String>> lists) {
        this.language = language;
        this.lists = Map.copyOf(lists);
        this.small = Set.copyOf(lists.getOrDefault("small", List.of()));
        this.light = Set.copyOf(lists.getOrDefault("light", List.of()));
    }

    /** @return the words of English where the language has none */
    public static LanguageWords of(String language) {
        String known = LANGUAGES.contains(language) ? language : DEFAULT;
        return LOADED.computeIfAbsent(known, code -> new LanguageWords(code, read(code)));
    }

    public String language() {
        return language;
    }

    /** Whether the word only holds sentences together. */
    public boolean small(String word) {
        return small.contains(word);
    }

    /** Whether the word is about asking rather than about what is asked. */
    public boolean light(String word) {
        return light.contains(word);
    }

    Set<String> small() {
        return small;
    }

    public List<String> list(String key) {
        return lists.getOrDefault(key, List.of());
    }

    /** What an answer says itself; the key must be there once. */
    public String phrase(String key) {
        List<String> all = list(key);
        return all.isEmpty() ? "" : String.join(", ", all);
    }

    /** Whether one of the list's phrases stands in the text, as whole words where words are parted by blanks. */
    public boolean says(Plain text, String key) {
        return list(key).stream().anyMatch(text::holds);
    }

    private static Map<String, List<String>> read(String code) {
        Map<String, List<String>> lists = new HashMap<>();
        try (InputStream file = LanguageWords.class.getResourceAsStream("/language/" + code + ".txt")) {
            if (file == null) {
                throw new IOException("there is no list of words of " + code);
            }
            var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    lists.put(
                            line.substring(0, colon),
                            Arrays.stream(line.substring(colon + 1).split(",", -1))
                                    .map(String::strip)
                                    .filter(word -> !word.isEmpty())
                                    .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
