package dev.pagewright.chat.model;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.answer.Confidence;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import dev.pagewright.chat.answer.Stated;
import dev.pagewright.chat.citation.CitationVerifier;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.FollowUp;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Ranked;
import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.Retriever;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Answers in a model's words, of which none is believed: a statement stays only where passages that it was given hold it,
 * and the answer only where it says what the document's own words do, if they answer. What is computed, judged or put
 * together of several places is not left to a model. What fails falls back to the document's own words. Thread-safe.
 */
public final class ModelAnswering implements Answering {

    private static final Logger LOG = Logger.getLogger(ModelAnswering.class);
    private static final int PASSAGES = 14;
    /** The model may find an answer where words alone hardly do, but not out of nothing. */
    private static final double DOUBT = 0.75;

    private final Completion model;
    private final ExtractiveAnswering extractive;
    private final double threshold;

    public ModelAnswering(Completion model, double threshold) {
        this.model = model;
        this.extractive = new ExtractiveAnswering(threshold, Confidence.Weights.BESIDE_MODEL);
        this.threshold = threshold;
    }

    @Override
    public Answer answer(
            DocumentIndex index, Map<Integer, String> shown, String message, List<String> before, TokenSink tokens) {
        ExtractiveAnswering.Told own = extractive.told(index, shown, message, before);
        Question question = FollowUp.resolve(message, before, index);
        Retrieval found = Retriever.find(index, question);
        boolean computed = own.answer().grounded() && own.stated().isEmpty();
        boolean hopeless =
                found.passages().isEmpty() || found.answerable() < threshold * DOUBT || asksOfUnknown(own, found);
        if (computed || hopeless) {
            ExtractiveAnswering.pass(own.answer(), tokens);
            return own.answer();
        }
        List<Passage> passages = passages(own, found);
        var check = new AnswerCheck(index, question, passages, new CitationVerifier(shown));
        var exchange =
                new Exchange(Prompt.of(message, before, passages), check, new Relevance(own.stated(), index, found));
        var stream = new CheckedStream(check, exchange.relevance, tokens);
        Optional<Answer> answer = Optional.empty();
        try {
            answer = ask(exchange, stream);
        } catch (ModelException e) {
            LOG.warnf("the model does not answer, the document's words do: %s", e.getMessage());
            LOG.debug("the model's fault", e);
        }
        return answer.filter(one -> one.grounded() || !own.answer().grounded()).orElseGet(() -> {
            ExtractiveAnswering.pass(own.answer(), stream.passed() ? TokenSink.NONE : tokens);
            return own.answer();
        });
    }

    /** A question to the model: whether its answer is supported, and whether what is supported answers the question. */
    private record Exchange(String prompt, AnswerCheck check, Relevance relevance) {

        Optional<Answer> kept(AnswerCheck.Result result) {
            return result.answer().filter(answer -> relevance.of(result.said()));
        }
    }

    /** Whether it names someone or something that stands nowhere in the document, which does not answer by itself either. */
    private static boolean asksOfUnknown(ExtractiveAnswering.Told own, Retrieval found) {
        return !own.answer().grounded()
                && found.terms().stream().anyMatch(term -> !term.carried() && term.name() && !term.known());
    }

    /** What the document's own words rest on comes first. */
    private static List<Passage> passages(ExtractiveAnswering.Told own, Retrieval found) {
        return Stream.concat(
                        own.stated().map(Stated::passage).stream(),
                        found.passages().stream().map(Ranked::passage))
                .distinct()
                .limit(PASSAGES)
                .toList();
    }

    /** @return empty where nothing of what the model says can be kept */
    private Optional<Answer> ask(Exchange exchange, CheckedStream stream) throws ModelException {
        AnswerCheck check = exchange.check;
        String first = model.complete(Prompt.RULES, exchange.prompt, stream);
        if (AnswerCheck.declines(first)) {
            return Optional.of(check.refusal());
        }
        AnswerCheck.Result result = check.of(first);
        Optional<Answer> kept = exchange.kept(result);
        if (result.flagged().isEmpty()) {
            stream.end();
            return kept;
        }
        String second = model.complete(Prompt.RULES, Prompt.again(exchange.prompt, result.flagged()), text -> {});
        if (AnswerCheck.declines(second)) {
            return Optional.of(check.refusal());
        }
        return exchange.kept(check.of(second)).or(() -> kept);
    }
}
