package dev.pagewright.chat.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text for matching phrases: lower case, signs between words as blanks, one blank on each side. Immutable.
 *
 * @param text with blanks between words
 */
public record Plain(String text) {

    private static final Pattern BETWEEN =
            Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}&%@-]+|(?<![\\p{L}\\p{Nd}])-|-(?![\\p{L}\\p{Nd}])");
    private static final Pattern UNPARTED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    public static Plain of(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return new Plain(" " + BETWEEN.matcher(lower).replaceAll(" ").strip() + " ");
    }

    public List<String> words() {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split(" ", -1));
    }

    /** Whether the phrase stands here, as whole words; anywhere where its script parts no words. */
    public boolean holds(String phrase) {
        String plain = of(phrase).text;
        return unparted(phrase) ? text.contains(plain.strip()) : text.contains(plain);
    }

    /** Whether the text begins with the phrase, or with a word that begins so where the phrase ends with a star. */
    public boolean begins(String phrase) {
        String plain = of(phrase).text;
        if (phrase.endsWith("*")) {
            return text.startsWith(plain.stripTrailing());
        }
        return text.startsWith(unparted(phrase) ? plain.stripTrailing() : plain);
    }

    /** Whether the text begins or ends with the phrase. */
    public boolean borders(String phrase) {
        String plain = of(phrase).text;
        return begins(phrase) || text.endsWith(unparted(phrase) ? plain.stripLeading() : plain);
    }

    /** Whether the text is of a script that puts no blanks between words. */
    public static boolean unparted(String text) {
        return UNPARTED.matcher(text).find();
    }
}
