package dev.pagewright.worker.translation;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an answer knows any of a text's names; inflected or spelt otherwise they still begin alike. */
final class Names {

    /** A word with a capital that begins no sentence. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{Ll},;] )\\p{Lu}\\p{Ll}{3,}");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** Fewer may all have names of their own in the other language. */
    private static final int FEWEST = 3;

    private static final int BEGINNING = 3;
    /** Where more of the words have capitals, they are no sign of names: titles, languages that write nouns so. */
    private static final double MOST_CAPITALS = 0.25;

    private Names() {}

    /** Whether all are gone, where both texts are in Latin letters and there are some. */
    static boolean lost(String source, String answer) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(source);
        while (matcher.find()) {
            names.add(beginning(matcher.group()));
        }
        long words = WORD.matcher(source).results().count();
        if (names.size() < FEWEST || names.size() > MOST_CAPITALS * words || !latin(answer)) {
            return false;
        }
        return WORD.matcher(answer)
                .results()
                .map(word -> beginning(word.group()))
                .noneMatch(names::contains);
    }

    private static String beginning(String word) {
        String bare = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bare.substring(0, Math.min(BEGINNING, bare.length())).toLowerCase(Locale.ROOT);
    }

    private static boolean latin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
    }
}
