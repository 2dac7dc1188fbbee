package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;

/** The part of a passage that a statement rests on: a whole row, or its best sentences. */
public final class Quotation {

    private Quotation() {}

    /** @param score 0 to 1 */
    public static Citation of(Passage passage, DocumentIndex index, Question about, double score) {
        if (passage.row() == null) {
            return SentenceEvidence.of(passage, index, about, score).citation();
        }
        return Citation.whole(passage, score);
    }
}
