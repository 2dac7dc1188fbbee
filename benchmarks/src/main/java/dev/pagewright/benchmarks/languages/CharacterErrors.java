package dev.pagewright.benchmarks.languages;

import java.text.Normalizer;
import java.util.Set;

/** Character error rate: the edits from what was read to what is written, a character of the latter. */
public final class CharacterErrors {

    /** Which write no space between words, so that one between two names is a matter of taste. */
    private static final Set<String> UNSPACED = Set.of("Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai", "Tibt");

    private CharacterErrors() {}

    /** Over NFC; white space is one space, none in scripts that have none; marks of direction do not count. */
    public static double rate(String written, String read, String script) {
        int[] expected = folded(written, script);
        return (double) edits(expected, folded(read, script)) / expected.length;
    }

    private static int[] folded(String text, String script) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
                .replaceAll("\\s+", UNSPACED.contains(script) ? "" : " ")
                .strip()
                .codePoints()
                .toArray();
    }

    private static int edits(int[] from, int[] to) {
        int[] row = new int[to.length + 1];
        for (int j = 0; j <= to.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length; j++) {
                int change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length];
    }
}
