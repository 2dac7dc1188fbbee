package dev.pagewright.worker.translation;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a long text between sentences, so that no answer is longer than a model writes in one go. */
final class Parts {

    private static final int LONGEST = 1_500;

    private Parts() {}

    /** In order; joined by blanks they are the text. */
    static List<String> of(String text) {
        if (text.length() <= LONGEST) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int from = 0;
        int end = 0;
        for (int next = sentences.next(); next != BreakIterator.DONE; next = sentences.next()) {
            if (next - from > LONGEST && end > from) {
                parts.add(text.substring(from, end).strip());
                from = end;
            }
            end = next;
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
