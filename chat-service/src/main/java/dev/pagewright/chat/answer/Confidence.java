package dev.pagewright.chat.answer;

import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Term;
import java.util.List;

/**
 * How sure it is that the document says what is asked.
 *
 * @param fact share of the question that the best fact holds, 0 to 1
 * @param passage share that the best passage holds with what it stands under, 0 to 1
 * @param fits whether the best fact is of the kind that is asked for
 * @param absent whether what is asked for has a name that stands nowhere and that the best fact does not say
 * @param lone whether the best fact holds the document's one value of that kind ({@link LoneValue})
 * @param strange whether a name in the question stands nowhere in the document
 * @param terms how many terms of its own the question has
 */
public record Confidence(
        double fact, double passage, boolean fits, boolean absent, boolean lone, boolean strange, int terms) {

    /** Terms of a short question. */
    private static final int FEW = 3;

    /**
     * What the parts count, each 0 to 1.
     *
     * @param misfit what a fact of another kind than asked is believed
     * @param absent what is taken away where what is asked for is named nowhere
     * @param lone what is added for the one value of its kind
     * @param wordy what is added for a long question
     * @param strange what is left where a name stands nowhere
     * @param threshold from which the document is believed to say it
     */
    public record Weights(double misfit, double absent, double lone, double wordy, double strange, double threshold) {

        /** By {@code chat.Evaluation --fit} on the questions of four sets; docs/chat.md tells what they gain left out. */
        public static final Weights FITTED = new Weights(0.5, 0.3, 0.5, 0.1, 0.2, 0.42);

        /** Where a model is asked as well, which knows more words: the one value of its kind is no answer by that alone. */
        public static final Weights BESIDE_MODEL =
                new Weights(FITTED.misfit, FITTED.absent, 0, FITTED.wordy, FITTED.strange, FITTED.threshold);
    }

    static Confidence of(List<FoundFact> facts, Retrieval found) {
        List<Term> own = found.terms().stream().filter(term -> !term.carried()).toList();
        boolean none = facts.isEmpty();
        return new Confidence(
                none ? 0 : facts.getFirst().coverage(),
                found.answerable(),
                !none && facts.getFirst().fits(),
                !none && facts.getFirst().absent(),
                !none && facts.getFirst().lone(),
                own.stream().anyMatch(term -> term.name() && !term.known()),
                own.size());
    }

    /** 0 to 1: what the best fact holds; of a long question, which says much in words of its own, what its passage holds. */
    public double value(Weights weights) {
        double held = fact * (fits ? 1 : weights.misfit) - (absent ? weights.absent : 0) + (lone ? weights.lone : 0);
        double wordy = Math.clamp((terms - FEW) / (double) FEW / 2, 0, 1);
        double sure = held + (Math.max(passage, fact) - held) * wordy + weights.wordy * wordy;
        return Math.clamp(strange ? sure * weights.strange : sure, 0, 1);
    }
}
