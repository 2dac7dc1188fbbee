package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.citation.CitationVerifier;
import dev.pagewright.chat.retrieval.Aim;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.FollowUp;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers in the document's own words, without a model. Thread-safe. */
public final class ExtractiveAnswering implements Answering {

    public static final double CALIBRATED = Confidence.Weights.FITTED.threshold();

    /**
     * An answer in the document's own words.
     *
     * @param stated what its first part repeats; none where the answer is computed, judged, put together or a refusal
     */
    public record Told(Answer answer, Optional<Stated> stated) {}

    private final double threshold;
    private final Confidence.Weights weights;

    /** @param threshold of what a document must know of a question to be believed, 0 to 1 */
    public ExtractiveAnswering(double threshold) {
        this(threshold, Confidence.Weights.FITTED);
    }

    /** @param weights of what makes a document be believed to know a question; their own threshold is not asked */
    public ExtractiveAnswering(double threshold, Confidence.Weights weights) {
        this.threshold = threshold;
        this.weights = weights;
    }

    @Override
    public Answer answer(
            DocumentIndex index, Map<Integer, String> shown, String message, List<String> before, TokenSink tokens) {
        Answer answer = told(index, shown, message, before).answer();
        pass(answer, tokens);
        return answer;
    }

    /** Gives an answer that is whole to whom takes it in pieces. */
    public static void pass(Answer answer, TokenSink tokens) {
        for (String piece : answer.content().split("(?<=\\n\\n)", -1)) {
            tokens.accept(piece);
        }
    }

    /** The answer with what it rests on. */
    public Told told(DocumentIndex index, Map<Integer, String> shown, String message, List<String> before) {
        Question question = FollowUp.resolve(message, before, index);
        Speech speech = Speech.in(question.language());
        List<Evidence> placed = ListPlace.of(index, message, before);
        List<Evidence> evidence = placed.isEmpty() ? evidence(index, question) : placed;
        var verifier = new CitationVerifier(shown);
        List<String> lines = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        Stated stated = null;
        for (Evidence part : evidence) {
            if (verifier.verbatim(part.citation().pageIndex(), part.citation().snippet())) {
                if (!part.says().isEmpty()) {
                    stated = lines.isEmpty() ? part.stated() : stated;
                    lines.add(part.says() + " (" + speech.page(part.citation().page()) + ")");
                }
                citations.add(part.citation());
            }
        }
        Answer answer = lines.isEmpty()
                ? Answer.refusal(speech, Answer.By.EXTRACTIVE)
                : new Answer(String.join("\n\n", lines), citations, Answer.By.EXTRACTIVE, true);
        return new Told(answer, Optional.ofNullable(stated));
    }

    /** How sure it is that the document says what is asked, before any threshold. */
    public static Confidence confidence(DocumentIndex index, String message, List<String> before) {
        Question question = FollowUp.resolve(message, before, index);
        Retrieval found = Retriever.find(index, question);
        return Confidence.of(FactFinder.find(index, found), found);
    }

    /** Whether a text holds a value of the kind that is asked for, as a fact must; true where any text may answer. */
    public static boolean fits(String text, DocumentIndex index, Retrieval found) {
        return FactFinder.fits(index, found, text);
    }

    private List<Evidence> evidence(DocumentIndex index, Question question) {
        if (question.aims(Aim.PAGE)) {
            return PageSummary.of(index, question.pages());
        }
        if (question.aims(Aim.DOCUMENT)) {
            return PageSummary.beginning(index);
        }
        return new Lookup(index, threshold, weights).of(question);
    }
}
