package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Sentences;
import java.util.List;
import java.util.Locale;

/** What a long message asks: its last sentences that end in a question mark, or its last ones. */
final class Essence {

    /** In letters: a message of this length is taken whole. */
    private static final int SHORT = 400;

    private static final int SENTENCES = 2;

    private Essence() {}

    static String of(String message) {
        if (message.length() <= SHORT) {
            return message;
        }
        List<String> sentences = Sentences.of(message, Locale.ROOT);
        List<String> asking = sentences.stream()
                .filter(sentence -> "?？؟".indexOf(sentence.charAt(sentence.length() - 1)) >= 0)
                .toList();
        List<String> taken = asking.isEmpty() ? sentences : asking;
        String essence = String.join(" ", taken.subList(Math.max(0, taken.size() - SENTENCES), taken.size()));
        return essence.length() <= SHORT ? essence : essence.substring(essence.length() - SHORT);
    }
}
