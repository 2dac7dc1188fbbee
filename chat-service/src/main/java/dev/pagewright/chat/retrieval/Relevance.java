package dev.pagewright.chat.retrieval;

import java.util.List;

/** How much of what a question asks stands in a text, in the weights of a document. */
public final class Relevance {

    private final DocumentIndex index;
    private final List<Concept> concepts;
    private final double total;

    private Relevance(DocumentIndex index, List<Concept> concepts) {
        this.index = index;
        this.concepts = concepts;
        this.total =
                Math.max(1e-9, concepts.stream().mapToDouble(Concept::weight).sum());
    }

    public static Relevance of(DocumentIndex index, Question question) {
        return new Relevance(index, index.concepts(question));
    }

    /** 0 to 1. */
    public double of(String text) {
        var tokens = new Tokens(index.analysis().tokens(text));
        return concepts.stream()
                        .mapToDouble(concept -> concept.weight() * concept.in(tokens))
                        .sum()
                / total;
    }
}
