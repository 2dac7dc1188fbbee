package dev.pagewright.worker.textlayer;

import java.text.Normalizer;
import java.util.Locale;

/** How alike two readings of a line are. */
final class Similarity {

    private static final int LONGEST = 200;

    private Similarity() {}

    /** Letters and digits alone, without case and accents, as engines differ most in the rest. */
    static String bare(String text) {
        var bare = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** 1 for equal texts, 0 for texts that share nothing: one minus edits (Levenshtein) by the longer length. */
    static double of(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return longer == 0 ? 1 : 1 - (double) distance(one, other) / longer;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
