package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.chat.retrieval.DocumentIndex;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Ranked;
import dev.pagewright.chat.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer in the document's own words: the field of a table with its headers, or the best sentences, from up to
 * three pages, best first. Says so where the document does not know.
 */
public final class ExtractiveAnswer {

    private static final double LEAST_COVERAGE = 0.3;

    private ExtractiveAnswer() {}

    /** @param threshold of what a document must know of a question to be believed, 0 to 1 */
    public static Answer of(DocumentIndex index, Retrieval found, double threshold) {
        Speech speech = Speech.of(found.question().text(), index.analysis().language());
        List<Ranked> chosen =
                found.passages().isEmpty() || found.answerable() < threshold ? List.of() : Selection.of(found);
        if (chosen.isEmpty()) {
            return Answer.refusal(speech, Answer.By.EXTRACTIVE);
        }
        double best = found.passages().getFirst().score();
        List<String> lines = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (Ranked ranked : chosen) {
            Evidence part = evidence(index, found.question(), ranked, score(ranked, best));
            lines.add(part.says() + " (" + speech.page(part.citation().page()) + ")");
            citations.add(part.citation());
        }
        return new Answer(String.join("\n\n", lines), citations, Answer.By.EXTRACTIVE, true);
    }

    private static Evidence evidence(DocumentIndex index, Question question, Ranked ranked, double score) {
        TableRow row = ranked.passage().row();
        return row == null
                ? SentenceEvidence.of(ranked.passage(), index, question, score)
                : RowEvidence.of(ranked.passage(), row, question, score);
    }

    private static double score(Ranked ranked, double best) {
        return Math.clamp(ranked.score() / best * Math.max(LEAST_COVERAGE, ranked.coverage()), 0, 1);
    }
}
