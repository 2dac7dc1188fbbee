package dev.pagewright.benchmarks.reading;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Words of two texts held against each other whatever their order. */
final class WordBags {

    private WordBags() {}

    /** @return F1 of the bags of words, 0 to 1; words are what blanks part, over NFC */
    static double f1(String written, String read) {
        Map<String, Integer> expected = bag(written);
        Map<String, Integer> found = bag(read);
        int common = 0;
        for (var word : expected.entrySet()) {
            common += Math.min(word.getValue(), found.getOrDefault(word.getKey(), 0));
        }
        int all = size(expected) + size(found);
        return all == 0 ? 1 : 2.0 * common / all;
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        for (String word :
                Normalizer.normalize(text, Normalizer.Form.NFC).strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                bag.merge(word, 1, Integer::sum);
            }
        }
        return bag;
    }

    private static int size(Map<String, Integer> bag) {
        return bag.values().stream().mapToInt(count -> count).sum();
    }
}
