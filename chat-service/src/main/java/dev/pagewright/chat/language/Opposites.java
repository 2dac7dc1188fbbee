package dev.pagewright.chat.language;

import dev.pagewright.field.Lexicon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of one language that exclude each other of the same thing, such as paid and unpaid, cash and card, from
 * {@code /opposite/CODE.txt}: scales, which are called the same in all languages, each with sides in the same order. Thread-safe.
 */
public final class Opposites {

    /**
     * A place on a scale.
     *
     * @param scale its name in the files
     * @param place 0 for the first
     * @param hinted whether only a word of questions says it, as "can" asks whether something is allowed
     * @param words by which it is said
     * @param before the words just before them, where a "not" would stand
     */
    public record Side(String scale, int place, boolean hinted, String words, String before) {}

    private record Phrase(String text, int place, boolean hinted, Pattern pattern) {}

    private static final Map<String, Opposites> LOADED = new ConcurrentHashMap<>();
    /** What Arabic writes together with the word after it. */
    private static final String JOINED = "(?:[وفبلك]?ال|لل|[وفبلك])?";

    /** How many words before a phrase may deny it, and how many letters where no blanks part words. */
    private static final int WORDS = 3;

    private static final int LETTERS = 2;

    private final Map<String, List<Phrase>> scales;
    private final Map<String, Integer> sides = new HashMap<>();

    private Opposites(String language) {
        scales = read(language);
        scales.forEach((scale, phrases) -> sides.put(
                scale, 1 + phrases.stream().mapToInt(Phrase::place).max().orElse(0)));
    }

    /** @param language ISO 639 code; one without a file has no opposites */
    public static Opposites of(String language) {
        return LOADED.computeIfAbsent(language, Opposites::new);
    }

    /** The sides that a text says, of every scale at most each once. */
    public List<Side> said(String text, boolean asking) {
        List<Side> said = new ArrayList<>();
        for (var scale : scales.entrySet()) {
            String rest = Plain.of(text).text();
            for (Phrase phrase : scale.getValue()) {
                Matcher found = phrase.pattern.matcher(rest);
                if ((asking || !phrase.hinted) && found.find()) {
                    var side = new Side(
                            scale.getKey(), phrase.place, phrase.hinted, found.group(), near(rest, found.start()));
                    rest = found.replaceAll(
                            " \u0000 "); // a longer phrase, such as "not included", holds no shorter one
                    if (said.stream().noneMatch(one -> one.scale.equals(side.scale) && one.place == side.place)) {
                        said.add(side);
                    }
                }
            }
        }
        return said;
    }

    private static String near(String text, int end) {
        String before = text.substring(0, end);
        if (Plain.unparted(text)) {
            return before.substring(Math.max(0, before.length() - LETTERS));
        }
        List<String> words = Arrays.asList(before.strip().split(" ", -1));
        return String.join(" ", words.subList(Math.max(0, words.size() - WORDS), words.size()));
    }

    /** Whether a scale has two sides, so that what is not the one is the other. */
    public boolean twofold(String scale) {
        return sides.getOrDefault(scale, 0) == 2;
    }

    /** Everything by which this language says a side of the scale, without the stars. */
    public List<String> phrases(String scale) {
        return scales.getOrDefault(scale, List.of()).stream()
                .filter(phrase -> !phrase.hinted)
                .map(Phrase::text)
                .toList();
    }

    private static Map<String, List<Phrase>> read(String language) {
        Map<String, List<Phrase>> scales = new LinkedHashMap<>();
        if (!Lexicon.LANGUAGES.contains(language)) {
            return scales;
        }
        try (InputStream file = Opposites.class.getResourceAsStream("/opposite/" + language + ".txt")) {
            if (file == null) {
                throw new IOException("there are no opposites of " + language);
            }
            var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                List<Phrase> phrases = new ArrayList<>();
                String[] places = line.substring(colon + 1).split("\\|", -1);
                for (int place = 0; place < places.length; place++) {
                    int at = place;
                    Arrays.stream(places[place].split("/", -1))
                            .map(String::strip)
                            .forEach(phrase -> phrases.add(phrase(phrase, at)));
                }
                phrases.sort(Comparator.comparingInt((Phrase phrase) -> phrase.text.length())
                        .reversed());
                scales.put(line.substring(0, colon), phrases);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scales;
    }

    private static Phrase phrase(String written, int place) {
        boolean hinted = written.startsWith("?");
        String text = (hinted ? written.substring(1) : written).replace("*", "");
        String words = Arrays.stream((hinted ? written.substring(1) : written).split(" ", -1))
                .map(word ->
                        Pattern.quote(Plain.of(word.replace("*", "")).text().strip())
                                + (word.endsWith("*") ? "\\p{L}*" : ""))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        return new Phrase(
                text,
                place,
                hinted,
                Pattern.compile(Plain.unparted(text) ? words : "(?<= )" + JOINED + words + "(?= )"));
    }
}
