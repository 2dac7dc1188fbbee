package dev.pagewright.chat.retrieval;

import java.util.List;

/**
 * What was found for a question.
 *
 * @param passages best first
 * @param answerable 0 to 1: how much of what is asked the document knows; the lower, the rather it does not say
 */
public record Retrieval(Question question, List<Ranked> passages, double answerable) {

    public Retrieval {
        passages = List.copyOf(passages);
    }
}
