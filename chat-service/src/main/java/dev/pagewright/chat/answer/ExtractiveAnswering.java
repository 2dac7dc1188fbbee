package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.citation.CitationVerifier;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.FollowUp;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Retriever;
import java.util.List;
import java.util.Map;

/** Answers in the document's own words, without a model. Thread-safe. */
public final class ExtractiveAnswering implements Answering {

    /** See docs/chat.md: calibrated on questions with and without an answer. */
    public static final double CALIBRATED = 0.2;

    private final double threshold;

    /** @param threshold of what a document must know of a question to be believed, 0 to 1 */
    public ExtractiveAnswering(double threshold) {
        this.threshold = threshold;
    }

    @Override
    public Answer answer(
            DocumentIndex index, Map<Integer, String> shown, String message, List<String> before, TokenSink tokens) {
        Question question = FollowUp.resolve(message, before, index.analysis());
        Answer answer = ExtractiveAnswer.of(index, Retriever.find(index, question), threshold);
        List<Citation> verified = new CitationVerifier(shown).verified(answer.citations());
        Answer checked = verified.size() == answer.citations().size()
                ? answer
                : verified.isEmpty()
                        ? Answer.refusal(Speech.of(message, index.analysis().language()), Answer.By.EXTRACTIVE)
                        : new Answer(answer.content(), verified, answer.by(), true);
        for (String piece : checked.content().split("(?<=\\n\\n)", -1)) {
            tokens.accept(piece);
        }
        return checked;
    }
}
