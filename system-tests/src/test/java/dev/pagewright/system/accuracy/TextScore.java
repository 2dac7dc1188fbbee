package dev.pagewright.system.accuracy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How far a text is from the truth: the usual measures of text recognition (Rice 1996). */
final class TextScore {

    private TextScore() {}

    /** Edits a character of the truth (Levenshtein), at most 1; white space folded, compatibility forms equal. */
    static double characterErrorRate(String truth, String found) {
        int[] wanted = normal(truth).codePoints().toArray();
        int[] got = normal(found).codePoints().toArray();
        if (wanted.length == 0) {
            return got.length == 0 ? 0 : 1;
        }
        return Math.min(1, (double) distance(wanted, got) / wanted.length);
    }

    /** F1 of the bags of words: does not depend on the order. */
    static double wordsF1(String truth, String found) {
        Map<String, Integer> wanted = bag(truth);
        Map<String, Integer> got = bag(found);
        int all = total(wanted) + total(got);
        if (all == 0) {
            return 1;
        }
        int common = wanted.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), got.getOrDefault(word.getKey(), 0)))
                .sum();
        return 2.0 * common / all;
    }

    private static int total(Map<String, Integer> bag) {
        return bag.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        Arrays.stream(normal(text).split(" ", -1))
                .map(word -> word.replaceAll("^[^\\p{L}\\p{N}]+|[\\p{P}\\p{S}]+$", ""))
                .filter(word -> !word.isEmpty())
                .forEach(word -> bag.merge(word, 1, Integer::sum));
        return bag;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text.replace("\u00AD", ""), Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static int distance(int[] left, int[] right) {
        int[] row = new int[right.length + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= left.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length; j++) {
                int substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length];
    }
}
