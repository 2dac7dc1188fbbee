package dev.pagewright.worker.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which language a text is in: by its script where one language uses it, else by its commonest short words, which
 * stay recognisable where accents were lost. Thread-safe.
 */
public final class TextLanguage {

    private static final String TABLE = "function-words.tsv";

    /** Share of the words that must be a language's own short words; prose has 0.3 to 0.5. */
    private static final double LEAST_SHARE = 0.12;

    private static final int FEWEST_HITS = 4;
    /** A letter alone says little. */
    private static final double ONE_LETTER = 0.4;

    private static final double CLEARLY_MORE = 2;

    /** Scripts that one language stands for. */
    private static final Map<UnicodeScript, String> BY_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.TIBETAN, "bo"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.ORIYA, "or"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.CHEROKEE, "chr"),
            Map.entry(UnicodeScript.THAANA, "dv"),
            Map.entry(UnicodeScript.SYRIAC, "syr"),
            Map.entry(UnicodeScript.CANADIAN_ABORIGINAL, "iu"),
            Map.entry(UnicodeScript.HAN, "zh"));

    private static final Map<String, Set<String>> WORDS = table();

    private TextLanguage() {}

    /** ISO 639 code; empty where there is too little text to tell. */
    public static Optional<String> of(String text) {
        Map<UnicodeScript, Integer> scripts = scripts(text);
        UnicodeScript main = null;
        int letters = 0;
        for (var entry : scripts.entrySet()) {
            if (main == null || entry.getValue() > scripts.getOrDefault(main, 0)) {
                main = entry.getKey();
            }
            letters += entry.getValue();
        }
        if (main == null || letters < 2) {
            return Optional.empty();
        }
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        if (kana > 0 && kana + scripts.getOrDefault(UnicodeScript.HAN, 0) > letters / 2) {
            return Optional.of(kana * 20 > letters ? "ja" : "zh");
        }
        String only = BY_SCRIPT.get(main);
        return only != null ? Optional.of(only) : byWords(text);
    }

    /**
     * Whether the short words of a text tell another language than this one: languages that share many of them are not
     * told apart, nor is one without a list of them.
     */
    public static boolean contradicts(String text, String code) {
        Optional<String> told = of(text);
        Set<String> own = WORDS.get(code);
        if (told.isEmpty() || told.get().equals(code) || own == null) {
            return false;
        }
        Set<String> other = WORDS.get(told.get());
        List<String> words = words(text);
        return other != null && score(words, other) > CLEARLY_MORE * score(words, own);
    }

    /** The place of a language among those that have a list of words, the commonest first; the last for the others. */
    public static int rank(String code) {
        int rank = 0;
        for (String known : WORDS.keySet()) {
            if (known.equals(code)) {
                return rank;
            }
            rank++;
        }
        return Integer.MAX_VALUE;
    }

    private static double score(List<String> words, Set<String> own) {
        return words.stream()
                .filter(own::contains)
                .mapToDouble(word -> word.length() == 1 ? ONE_LETTER : 1)
                .sum();
    }

    private static Map<UnicodeScript, Integer> scripts(String text) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        return scripts;
    }

    private static Optional<String> byWords(String text) {
        List<String> words = words(text);
        String best = null;
        double bestScore = 0;
        int bestHits = 0;
        for (var entry : WORDS.entrySet()) {
            double score = 0;
            int hits = 0;
            for (String word : words) {
                if (entry.getValue().contains(word)) {
                    hits++;
                    score += word.length() == 1 ? ONE_LETTER : 1;
                }
            }
            if (score > bestScore) {
                bestScore = score;
                best = entry.getKey();
                bestHits = hits;
            }
        }
        boolean enough = bestHits >= FEWEST_HITS && bestScore >= LEAST_SHARE * words.size();
        return enough ? Optional.ofNullable(best) : Optional.empty();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : folded(text).split("[^\\p{L}\\p{M}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Lower case; Latin letters without their accents. */
    private static String folded(String text) {
        String parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var folded = new StringBuilder(parts.length());
        boolean latin = false;
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            boolean mark = c >= '\u0300' && c <= '\u036F';
            if (!mark || !latin) {
                folded.append(c);
            }
            latin = mark ? latin : c < '\u0250';
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static Map<String, Set<String>> table() {
        try (InputStream stream = TextLanguage.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks " + TABLE);
            }
            Map<String, Set<String>> words = new LinkedHashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", 2))
                    .forEach(fields -> words.put(fields[0], new HashSet<>(List.of(fields[1].split(" ", -1)))));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
