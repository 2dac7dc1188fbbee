package dev.pagewright.chat.model.check;

import dev.pagewright.chat.retrieval.TextAnalysis;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a text says a value of the document: all of its figures, and at least half of its words. Words are not looked for
 * in a text of another language. Signs and scales are not compared: {@link StatementCheck} holds those against passages.
 */
public final class ValueCheck {

    private ValueCheck() {}

    /**
     * @param value verbatim text of the document
     * @param analysis of the document's language
     * @param translated whether the text is in another language than the document
     */
    public static boolean says(String text, String value, TextAnalysis analysis, boolean translated) {
        List<Figure> figures = Figures.in(text);
        boolean told = Figures.in(value).stream().allMatch(figure -> figures.stream()
                .anyMatch(other -> !Collections.disjoint(other.values(), figure.values())));
        if (!told) {
            return false;
        }
        List<String> words = analysis.tokens(value).stream()
                .filter(word -> word.codePoints().allMatch(Character::isLetter))
                .distinct()
                .toList();
        Set<String> said = new HashSet<>(analysis.tokens(text));
        long held = words.stream()
                .filter(word -> said.contains(word) || WordCheck.inflected(word, said))
                .count();
        return translated || 2 * held >= words.size();
    }
}
