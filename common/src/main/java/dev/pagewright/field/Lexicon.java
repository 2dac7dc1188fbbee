package dev.pagewright.field;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the labels of ordinary documents, and questions about them, call what they state: concepts such as
 * {@code due_date} with their terms in each language, from resource files. Thread-safe.
 */
public final class Lexicon {

    /** ISO 639 codes of the languages that have terms. */
    public static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja");

    /** Languages whose labels are known, those of {@link #LANGUAGES} first; questions are asked in the latter alone. */
    public static final List<String> LABELLED =
            Stream.concat(LANGUAGES.stream(), Stream.of("ms", "sv")).toList();

    /** What no label states. */
    private static final String ACT = "act";

    private static final String WORDS = "words.txt";

    private static final List<String> NO_FORM = List.of("party", "text", "list", ACT);

    /** Before a term that questions say and labels do not. */
    private static final String ASKED = "?";

    private static final Map<String, Map<String, List<String>>> LABELS = new ConcurrentHashMap<>();
    private static final String UNITS = "in ";
    private static final Map<String, Pattern> MEASURES = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, List<String>>> LOADED = new ConcurrentHashMap<>();

    private Lexicon() {}

    /** Terms of labels and of questions by concept, the usual one first; none where the language has no file. */
    public static Map<String, List<String>> of(String language) {
        return LOADED.computeIfAbsent(
                language, code -> each(code, term -> term.startsWith(ASKED) ? term.substring(ASKED.length()) : term));
    }

    /** Terms by concept without those that are said in questions alone. */
    public static Map<String, List<String>> labels(String language) {
        return LABELS.computeIfAbsent(language, code -> {
            Map<String, List<String>> labels = each(code, term -> term.startsWith(ASKED) ? "" : term);
            labels.keySet().removeIf(Lexicon::act);
            return labels;
        });
    }

    private static Map<String, List<String>> each(String language, UnaryOperator<String> change) {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        read("labels-" + language + ".txt")
                .forEach((concept, terms) -> changed.put(
                        concept,
                        terms.stream()
                                .map(change)
                                .filter(term -> !term.isEmpty())
                                .toList()));
        return changed;
    }

    /** The kind of value that states the concept; empty where its form tells nothing, as of persons and texts. */
    public static Optional<ValueType> type(String concept) {
        List<String> type = concept(concept);
        return type.isEmpty() || NO_FORM.contains(type.getFirst())
                ? Optional.empty()
                : Optional.of(ValueType.named(type.getFirst()));
    }

    /** Whether any value of its kind states the concept, without a label: a price is an amount. */
    public static boolean stated(String concept) {
        return concept(concept).contains("any");
    }

    /** Whether it is something that questions speak of and no label states, such as paying; {@link Frame} tells what they ask for. */
    public static boolean act(String concept) {
        return concept(concept).contains(ACT);
    }

    /** Whether persons or firms state it. */
    public static boolean party(String concept) {
        return concept(concept).contains("party");
    }

    /** Whether what answers need not say it: an invoice is of its sender, and about itself. */
    public static boolean implied(String concept) {
        return concept(concept).contains("implied");
    }

    /** Whether its values have a unit of a closed list: a weight is so many kilograms. */
    public static boolean measured(String concept) {
        return !units(concept).isEmpty();
    }

    /** Whether a figure with a unit of the concept stands in the text. */
    public static boolean measured(String concept, String text) {
        List<String> units = units(concept);
        return !units.isEmpty()
                && MEASURES.computeIfAbsent(
                                concept,
                                c -> Pattern.compile(units.stream()
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining("|", "\\p{Nd}\\s?(?:", ")(?![\\p{L}\\p{Nd}])"))))
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .find();
    }

    /** The words of a key of {@code words.txt}, of all languages; none where it has no such key. */
    public static List<String> words(String key) {
        return LOADED.computeIfAbsent(WORDS, name -> read(name)).getOrDefault(key, List.of());
    }

    /** A regular expression that matches any word of the keys of {@code words.txt}, the longest first. */
    public static String alternatives(String... keys) {
        return Arrays.stream(keys)
                .flatMap(key -> words(key).stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\p{L}*"
                        : Pattern.quote(word))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static List<String> units(String concept) {
        return concept(concept).stream()
                .filter(part -> part.startsWith(UNITS))
                .flatMap(part -> Arrays.stream(part.substring(UNITS.length()).split(" ", -1)))
                .toList();
    }

    private static List<String> concept(String concept) {
        return LOADED.computeIfAbsent("", code -> read("concepts.txt")).getOrDefault(concept, List.of());
    }

    private static Map<String, List<String>> read(String name) {
        Map<String, List<String>> terms = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int colon = line.indexOf(':');
            terms.put(
                    line.substring(0, colon),
                    Arrays.stream(line.substring(colon + 1).split(",", -1))
                            .map(String::strip)
                            .filter(term -> !term.isEmpty())
                            .toList());
        }
        return terms;
    }

    /** Lines of a resource that have a colon and are no comment; none where there is no such file. */
    static List<String> lines(String name) {
        try (InputStream file = Lexicon.class.getResourceAsStream(name)) {
            return file == null
                    ? List.of()
                    : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                            .lines()
                            .filter(line -> !line.startsWith("#") && line.indexOf(':') > 0)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
