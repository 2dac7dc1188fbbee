package dev.pagewright.chat.answer;

import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Term;
import java.util.List;

/**
 * How sure it is that the document says what is asked. Its few numbers and the threshold were fitted on
 * questions with and without an answer; docs/chat.md tells on which, and how.
 *
 * @param fact share of the question that the best fact holds, 0 to 1
 * @param passage share that the best passage holds with what it stands under, 0 to 1
 * @param fits whether the best fact is of the kind that is asked for
 * @param absent whether what is asked for has a name that stands nowhere and that the best fact does not say
 * @param strange whether a name in the question stands nowhere in the document
 * @param terms how many terms of its own the question has
 */
public record Confidence(double fact, double passage, boolean fits, boolean absent, boolean strange, int terms) {

    /** What a fact of another kind than asked is believed. */
    private static final double MISFIT = 0.5;
    /** What is taken away where what is asked for is named nowhere. */
    private static final double ABSENT = 0.2;
    /** Terms of a short question. */
    private static final int FEW = 3;
    /** What is added for a long question. */
    private static final double WORDY = 0.18;
    /** What is left where a name stands nowhere. */
    private static final double STRANGE = 0.3;

    static Confidence of(List<FoundFact> facts, Retrieval found) {
        List<Term> own = found.terms().stream().filter(term -> !term.carried()).toList();
        boolean none = facts.isEmpty();
        return new Confidence(
                none ? 0 : facts.getFirst().coverage(),
                found.answerable(),
                !none && facts.getFirst().fits(),
                !none && facts.getFirst().absent(),
                own.stream().anyMatch(term -> term.name() && !term.known()),
                own.size());
    }

    /** 0 to 1: what the best fact holds; of a long question, which says much in words of its own, what its passage holds. */
    double value() {
        double held = fact * (fits ? 1 : MISFIT) - (absent ? ABSENT : 0);
        double wordy = Math.clamp((terms - FEW) / (double) FEW / 2, 0, 1);
        double sure = held + (Math.max(passage, fact) - held) * wordy + WORDY * wordy;
        return Math.max(0, strange ? sure * STRANGE : sure);
    }
}
