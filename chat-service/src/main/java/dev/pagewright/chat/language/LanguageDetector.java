package dev.pagewright.chat.language;

import dev.pagewright.field.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the language of a text, of three words on: by its script; in Latin letters by small words and terms, each counting
 * the more the fewer languages have it, and by letters that few languages write. Thread-safe.
 */
public final class LanguageDetector {

    private static final List<String> LATIN = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl");
    /** What the expected language counts: enough to settle what is open, too little against two small words. */
    private static final double EXPECTED = 0.6;

    private static final double TERM = 0.7;
    private static final double LETTER = 0.7;
    /** Letters and signs that tell a language of {@link #LATIN} alone or nearly so. */
    private static final Map<Character, List<String>> LETTERS = letters();

    private static final Map<String, Map<String, Double>> WEIGHTS = weights();

    private LanguageDetector() {}

    /**
     * @param expected ISO 639 code of the language that settles what the text leaves open
     * @return ISO 639 code: one of {@link LanguageWords#LANGUAGES}, or the expected one where nothing speaks for another
     */
    public static String of(String text, String expected) {
        Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
        int kana = scripts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
                + scripts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
        int han = scripts.getOrDefault(Character.UnicodeScript.HAN, 0);
        Character.UnicodeScript most = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Character.UnicodeScript.COMMON);
        return switch (most) {
            case HIRAGANA, KATAKANA -> "ja";
            case HAN -> kana * 10 > han || (expected.equals("ja") && kana == 0 && han < 12) ? "ja" : "zh";
            case HANGUL -> "ko";
            case ARABIC -> "ar";
            case CYRILLIC -> "ru";
            case LATIN -> latin(text, expected);
            default -> expected;
        };
    }

    private static String latin(String text, String expected) {
        Map<String, Double> scores = new HashMap<>();
        LATIN.forEach(code -> scores.put(code, code.equals(expected) ? EXPECTED : 0.0));
        for (String word : Plain.of(text).words()) {
            WEIGHTS.getOrDefault(word, Map.of()).forEach((code, weight) -> scores.merge(code, weight, Double::sum));
        }
        Set<Character> seen = new HashSet<>();
        for (char c : text.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            if (seen.add(c)) {
                List<String> codes = LETTERS.getOrDefault(c, List.of());
                codes.forEach(code -> scores.merge(code, LETTER / codes.size(), Double::sum));
            }
        }
        String best = expected;
        double most = scores.getOrDefault(expected, 0.0);
        for (String code : LATIN) {
            double score = scores.getOrDefault(code, 0.0);
            if (score > most) {
                best = code;
                most = score;
            }
        }
        return best;
    }

    private static Map<Character, List<String>> letters() {
        Map<Character, List<String>> letters = new HashMap<>();
        LATIN.forEach(code -> LanguageWords.of(code).list("letters").forEach(letter -> letters.computeIfAbsent(
                        letter.charAt(0), c -> new ArrayList<>())
                .add(code)));
        return letters;
    }

    /** By word: what it tells of each language, 1 where no other of {@link #LATIN} has it. */
    private static Map<String, Map<String, Double>> weights() {
        Map<String, Map<String, Double>> weights = new HashMap<>();
        for (String code : LATIN) {
            LanguageWords words = LanguageWords.of(code);
            words.small().forEach(word -> weights.computeIfAbsent(word, w -> new HashMap<>())
                    .put(code, 1.0));
            words.list("light").forEach(word -> weights.computeIfAbsent(word, w -> new HashMap<>())
                    .put(code, TERM));
            for (List<String> terms : Lexicon.of(code).values()) {
                for (String term : terms) {
                    for (String word : Plain.of(term).words()) {
                        if (word.length() > 3) {
                            weights.computeIfAbsent(word, w -> new HashMap<>()).putIfAbsent(code, TERM);
                        }
                    }
                }
            }
        }
        weights.replaceAll((word, codes) -> {
            Map<String, Double> shared = new HashMap<>();
            codes.forEach((code, weight) -> shared.put(code, weight / codes.size()));
            return shared;
        });
        return weights;
    }
}
