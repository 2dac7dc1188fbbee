package dev.pagewright.chat.model;

import dev.pagewright.chat.answer.ExtractiveAnswering;
import dev.pagewright.chat.answer.Stated;
import dev.pagewright.chat.model.check.ValueCheck;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Retrieval;
import dev.pagewright.chat.retrieval.TextAnalysis;
import java.util.Optional;

/**
 * Whether what a model says, and passages support, answers the question: true statements of something else do not. Where
 * the document's own words answer, it must say the same value; where they do not, more than the question itself, and of
 * the kind that is asked for.
 *
 * @param stated what the document's own words state; empty where they do not answer
 */
record Relevance(Optional<Stated> stated, DocumentIndex index, Retrieval found) {

    /** @param said without the names of passages */
    boolean of(String said) {
        Question question = found.question();
        if (stated.isPresent()) {
            boolean translated = !question.language().equals(index.language());
            return ValueCheck.says(said, stated.get().value(), index.analysis(), translated);
        }
        TextAnalysis analysis = TextAnalysis.of(question.language());
        return !analysis.tokens(question.text()).containsAll(analysis.tokens(said))
                && ExtractiveAnswering.fits(said, index, found);
    }
}
