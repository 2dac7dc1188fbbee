package dev.pagewright.worker.translation;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import dev.pagewright.worker.text.TextLanguage;
import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** Whether an answer is in the language that was asked for, as far as its script and its short words can tell. */
final class TargetLanguage {

    /** Letters from which the script tells. */
    private static final int FEWEST = 12;

    private static final double LEAST_SHARE = 0.3;

    private TargetLanguage() {}

    /** @param code of the language that was asked for */
    static boolean missed(String code, String source, String answer) {
        return otherScript(code, source, answer) || TextLanguage.contradicts(answer, base(code));
    }

    static String base(String code) {
        return code.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Names and codes in another script stay as they are, so that a share of the letters is enough. */
    private static boolean otherScript(String code, String source, String answer) {
        String script = Languages.find(code).map(Language::script).orElse("");
        long letters = answer.codePoints().filter(Character::isLetter).count();
        if (script.isEmpty() || letters < FEWEST) {
            return false;
        }
        long right = answer.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> writes(script, UnicodeScript.of(letter)))
                .count();
        long sameInSource = source.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> writes(script, UnicodeScript.of(letter)))
                .count();
        return right < LEAST_SHARE * letters && right <= sameInSource;
    }

    /** ISO 15924 codes of which several stand for mixed scripts. */
    private static boolean writes(String code, UnicodeScript script) {
        return switch (code) {
            case "Latf" -> script == UnicodeScript.LATIN;
            case "Hans", "Hant", "Hani" -> script == UnicodeScript.HAN;
            case "Jpan" ->
                script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
            case "Kore" -> script == UnicodeScript.HANGUL || script == UnicodeScript.HAN;
            default -> known(code) == script;
        };
    }

    private static UnicodeScript known(String code) {
        try {
            return UnicodeScript.forName(code);
        } catch (IllegalArgumentException e) {
            return UnicodeScript.UNKNOWN;
        }
    }
}
