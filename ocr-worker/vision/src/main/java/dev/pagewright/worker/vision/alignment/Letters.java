package dev.pagewright.worker.vision.alignment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What of a word two readings must agree on: its letters and digits, without case, marks, ligatures and widths. */
final class Letters {

    private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+");

    private Letters() {}

    static int[] of(String word) {
        String plain = word.indexOf('\\') < 0 ? word : COMMAND.matcher(word).replaceAll(" ");
        String folded = Normalizer.normalize(plain, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        int[] letters = new int[folded.length()];
        int count = 0;
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isDigit(codePoint)) {
                letters[count++] = '0' + Character.digit(codePoint, 10);
            } else if (Character.isLetter(codePoint)) {
                letters[count++] = codePoint;
            }
        }
        return Arrays.copyOf(letters, count);
    }

    static boolean digit(int letter) {
        return letter >= '0' && letter <= '9';
    }
}
