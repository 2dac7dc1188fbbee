package dev.pagewright.worker.vision;

import dev.pagewright.worker.model.Refusals;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;

/** What is wrong with an answer before it is compared with the page word by word. */
final class AnswerCheck {

    private static final int FEWEST_LETTERS = 20;
    private static final double SAME_SCRIPT = 0.3;

    private static final int LONGEST_UNIT = 200;
    private static final int FEWEST_REPEATS = 12;
    private static final int SHORTEST_LOOP = 120;

    private AnswerCheck() {}

    /** Whether the answer speaks of itself rather than of the page. */
    static boolean refuses(String answer) {
        return answer.length() < 600 && Refusals.refuses(answer);
    }

    /** Whether the answer is written in another script than the page. */
    static boolean otherScript(String answer, String page) {
        Map<UnicodeScript, Integer> there = scripts(page);
        Map<UnicodeScript, Integer> here = scripts(answer);
        if (sum(there) < FEWEST_LETTERS || sum(here) < FEWEST_LETTERS) {
            return false;
        }
        Map.Entry<UnicodeScript, Integer> main =
                there.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double expected = (double) main.getValue() / sum(there) * sum(here);
        return here.getOrDefault(main.getKey(), 0) < SAME_SCRIPT * expected;
    }

    /**
     * Whether the answer ends in a stretch that comes again and again, more often than the page has it: small models
     * fall into such loops and write until they are stopped.
     */
    static boolean loops(String answer, String page) {
        String bare = bare(answer);
        int length = bare.length();
        for (int unit = 1; unit <= Math.min(LONGEST_UNIT, length / FEWEST_REPEATS); unit++) {
            int same = 0;
            while (same + unit < length && bare.charAt(length - 1 - same) == bare.charAt(length - 1 - same - unit)) {
                same++;
            }
            int repeats = same / unit + 1;
            if (repeats >= FEWEST_REPEATS && same >= SHORTEST_LOOP) {
                return repeats > 2 * count(bare(page), bare.substring(length - unit)) + FEWEST_REPEATS / 2;
            }
        }
        return false;
    }

    private static int count(String text, String unit) {
        int count = 0;
        for (int at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + unit.length())) {
            count++;
        }
        return count;
    }

    private static String bare(String text) {
        var bare = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static Map<UnicodeScript, Integer> scripts(String text) {
        Map<UnicodeScript, Integer> scripts = new HashMap<>();
        text.codePoints().filter(Character::isLetter).forEach(letter -> scripts.merge(script(letter), 1, Integer::sum));
        return scripts;
    }

    /** Japanese mixes three scripts, and Korean may use a second one. */
    private static UnicodeScript script(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return switch (script) {
            case HIRAGANA, KATAKANA -> UnicodeScript.HAN;
            default -> script;
        };
    }

    private static int sum(Map<UnicodeScript, Integer> scripts) {
        return scripts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
