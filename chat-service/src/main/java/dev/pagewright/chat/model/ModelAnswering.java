package dev.pagewright.chat.model;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.answer.ExtractiveAnswering;
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
import org.jboss.logging.Logger;

/**
 * Answers in a model's words, of which none is believed: a statement stays only where it names passages that it was
 * given, and its figures and quotations stand in them. What fails falls back to the document's own words. Thread-safe.
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
        this.extractive = new ExtractiveAnswering(threshold);
        this.threshold = threshold;
    }

    @Override
    public Answer answer(
            DocumentIndex index, Map<Integer, String> shown, String message, List<String> before, TokenSink tokens) {
        Question question = FollowUp.resolve(message, before, index);
        Retrieval found = Retriever.find(index, question);
        if (found.passages().isEmpty() || found.answerable() < threshold * DOUBT) {
            return extractive.answer(index, shown, message, before, tokens);
        }
        List<Passage> passages =
                found.passages().stream().limit(PASSAGES).map(Ranked::passage).toList();
        var check = new AnswerCheck(index, question, passages, new CitationVerifier(shown));
        var stream = new CheckedStream(check, tokens);
        Optional<Answer> answer = Optional.empty();
        try {
            answer = ask(check, Prompt.of(message, before, passages), stream);
        } catch (ModelException e) {
            LOG.warnf("the model does not answer, the document's words do: %s", e.getMessage());
            LOG.debug("the model's fault", e);
        }
        return answer.orElseGet(
                () -> extractive.answer(index, shown, message, before, stream.passed() ? TokenSink.NONE : tokens));
    }

    /** @return empty where nothing of what the model says can be kept */
    private Optional<Answer> ask(AnswerCheck check, String prompt, CheckedStream stream) throws ModelException {
        String first = model.complete(Prompt.RULES, prompt, stream);
        if (AnswerCheck.declines(first)) {
            return Optional.of(check.refusal());
        }
        AnswerCheck.Result result = check.of(first);
        if (result.flagged().isEmpty()) {
            stream.end();
            return result.answer();
        }
        String second = model.complete(Prompt.RULES, Prompt.again(prompt, result.flagged()), text -> {});
        if (AnswerCheck.declines(second)) {
            return Optional.of(check.refusal());
        }
        AnswerCheck.Result better = check.of(second);
        return better.answer().or(result::answer);
    }
}
