package dev.pagewright.worker.assembly;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When texts of two pages are the same running text: letter by letter, or but for one number that counts with the
 * pages and stands where page numbers do. Other numbers are what the page says: two invoices' totals are not one header.
 */
final class RunningForms {

    private static final Pattern NUMBERS = Pattern.compile("\\p{Nd}{1,9}");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern PAGE =
            Pattern.compile("(?:page|pg\\.?|p\\.|seite|página|pagina|stránka|strana|str\\.|side|sida|第)\\s*$");
    private static final Pattern TOTAL = Pattern.compile("^\\s*(?:/|of|von|de|di|sur|z)\\s*\\p{Nd}{1,5}");

    /** Numbers within chapters, digits folded. */
    private static final Pattern CHAPTER_NUMBER = Pattern.compile("(?:[a-z]{1,3}|#)\\s?[-–.]\\s?#");

    private RunningForms() {}

    /** Lower case, blanks folded, at most {@link BlockFeature#KEY_LENGTH} characters. */
    static String key(String text) {
        String folded = BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return folded.length() > BlockFeature.KEY_LENGTH ? folded.substring(0, BlockFeature.KEY_LENGTH) : folded;
    }

    /** @param key made by {@link #key}, of a block on the page of this number */
    static Set<String> of(String key, int page) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(key);
        if (chapterNumber(key)) {
            forms.add(DIGITS.matcher(key).replaceAll("#"));
        }
        NUMBERS.matcher(key)
                .results()
                .filter(number -> counts(key, number))
                .forEach(number -> forms.add(counted(key, number.group(), page)));
        return forms;
    }

    static boolean chapterNumber(String key) {
        return CHAPTER_NUMBER.matcher(DIGITS.matcher(key).replaceAll("#")).matches();
    }

    /** At either end of the text, or after the word for page. */
    private static boolean counts(String key, MatchResult number) {
        String before = key.substring(0, number.start());
        String after = TOTAL.matcher(key.substring(number.end())).replaceFirst("");
        return !WORD.matcher(before).find()
                || !WORD.matcher(after).find()
                || PAGE.matcher(before).find();
    }

    private static String counted(String key, String number, int page) {
        String offset = Matcher.quoteReplacement("#" + (Integer.parseInt(number) - page) + "#");
        return Pattern.compile("(?<!\\p{Nd})" + number + "(?!\\p{Nd})")
                .matcher(key)
                .replaceAll(offset);
    }
}
