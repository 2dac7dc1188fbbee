package dev.pagewright.worker.translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether an answer repeats what it was asked: runs of words of the order, or of what stands around the text. */
final class Echo {

    /** Words in a row that two texts have in common by repetition, not by chance. */
    private static final int RUN = 5;

    private Echo() {}

    /** @param source the text that was to be translated; what it holds itself is no echo */
    static boolean of(String asked, String source, String answer) {
        Set<String> own = runs(source);
        Set<String> foreign = runs(asked);
        return runs(answer).stream().anyMatch(run -> foreign.contains(run) && !own.contains(run));
    }

    /** Whether the answer is the text itself, long enough to be no name. */
    static boolean same(String source, String answer) {
        List<String> words = words(source);
        return words.size() > RUN && words.equals(words(answer));
    }

    private static Set<String> runs(String text) {
        List<String> words = words(text);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
