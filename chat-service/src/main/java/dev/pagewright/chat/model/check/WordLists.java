package dev.pagewright.chat.model.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of a kind in all languages together, since an answer may be in another language than its document. Thread-safe. */
final class WordLists {

    /** What a word does in a statement. */
    enum Kind {
        /** More of something: profit, rose. */
        GAIN,
        /** Less of something: loss, fell. */
        LOSS,
        /** Reporting, which any statement may do: states, amount, page. */
        TELLING,
        /** Begins another clause. */
        JOIN,
        /** What a figure stands behind that is no year: is, was. */
        BE
    }

    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja");
    /** Letters of a word that is no mere ending. */
    private static final int STEM = 4;

    private static final WordLists ALL = new WordLists();

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    private WordLists() {
        for (Kind kind : Kind.values()) {
            words.put(kind, new HashSet<>());
        }
        LANGUAGES.forEach(language -> lines("words-" + language + ".txt").forEach(this::add));
    }

    /** Whether one of the text's words is of the kind; in a script without blanks, whether one stands in it. */
    static boolean has(Kind kind, String text) {
        Set<String> listed = ALL.listed(kind);
        String lower = text.toLowerCase(Locale.ROOT);
        return words(lower).stream().anyMatch(word -> listed.contains(word) || compound(word, listed))
                || (unspaced(lower) && listed.stream().anyMatch(word -> unspaced(word) && lower.contains(word)));
    }

    /** Whether the word ends with one of the list, as German and Dutch put words together. */
    private static boolean compound(String word, Set<String> listed) {
        return word.length() > 2 * STEM
                && listed.stream().anyMatch(other -> other.length() > STEM && word.endsWith(other));
    }

    static Set<String> of(Kind kind) {
        return Set.copyOf(ALL.listed(kind));
    }

    /** The words of one language that a text of it has and others have not; empty where there is no list of it. */
    static Set<String> grammar(String language) {
        String code = language.equals("ch") ? "zh" : language;
        if (!LANGUAGES.contains(code)) {
            return Set.of();
        }
        return lines("words-" + code + ".txt").stream()
                .flatMap(line -> words(line.substring(line.indexOf(':') + 1).toLowerCase(Locale.ROOT)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{M}'’]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether it has Chinese characters or kana, which are written without blanks. */
    static boolean unspaced(String text) {
        return text.codePoints().anyMatch(WordLists::unspaced);
    }

    static boolean unspaced(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    /** The lines of a list, without comments. */
    static List<String> lines(String name) {
        try (InputStream list = WordLists.class.getResourceAsStream("/check/" + name)) {
            if (list == null) {
                throw new IllegalStateException("there is no list " + name);
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> listed(Kind kind) {
        return Objects.requireNonNull(words.get(kind));
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Kind kind = Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
        listed(kind).addAll(words(line.substring(colon + 1).toLowerCase(Locale.ROOT)));
    }
}
