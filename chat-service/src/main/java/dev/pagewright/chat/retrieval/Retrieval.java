package dev.pagewright.chat.retrieval;

import java.util.List;

/**
 * What was found for a question.
 *
 * @param terms of the question in the document
 * @param passages best first
 * @param answerable 0 to 1: how much of what is asked the best passages hold; the lower, the rather the document does not say
 */
public record Retrieval(Question question, List<Term> terms, List<Ranked> passages, double answerable) {

    public Retrieval {
        terms = List.copyOf(terms);
        passages = List.copyOf(passages);
    }
}
