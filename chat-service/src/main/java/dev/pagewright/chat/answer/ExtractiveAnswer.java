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

    private static final int PAGES = 3;
    private static final int ROWS = 4;
    /** What is far behind the best is left out. */
    private static final double NEAR = 0.55;

    /** What a part of the question counts that no page before has told. */
    private static final double NEW = 0.3;

    private static final double NEAR_ROW = 0.85;

    private ExtractiveAnswer() {}

    /** @param threshold of what a document must know of a question to be believed, 0 to 1 */
    public static Answer of(DocumentIndex index, Retrieval found, double threshold) {
        Speech speech = Speech.of(found.question().text(), index.analysis().language());
        if (found.passages().isEmpty() || found.answerable() < threshold) {
            return Answer.refusal(speech, Answer.By.EXTRACTIVE);
        }
        List<Evidence> evidence = evidence(index, found);
        List<String> lines = new ArrayList<>();
        for (Evidence part : evidence) {
            lines.add(part.says() + " (" + speech.page(part.citation().page()) + ")");
        }
        List<Citation> citations = evidence.stream().map(Evidence::citation).toList();
        return new Answer(String.join("\n\n", lines), citations, Answer.By.EXTRACTIVE, true);
    }

    private static List<Evidence> evidence(DocumentIndex index, Retrieval found) {
        double best = found.passages().getFirst().score();
        List<Evidence> evidence = new ArrayList<>();
        for (int page : pages(found.passages(), best)) {
            List<Ranked> there = found.passages().stream()
                    .filter(ranked -> ranked.passage().page() == page)
                    .toList();
            evidence.addAll(page(index, found.question(), there, best));
        }
        return evidence;
    }

    /** The best page, then those that are good and tell most of what is not told yet. */
    private static List<Integer> pages(List<Ranked> passages, double best) {
        double[] told = new double[passages.getFirst().told().size()];
        List<Integer> pages = new ArrayList<>();
        while (pages.size() < PAGES) {
            Ranked next = null;
            double most = best * NEAR;
            for (Ranked ranked : passages) {
                double worth = ranked.score() + (pages.isEmpty() ? 0 : NEW * ranked.adds(told));
                if (ranked.score() >= best * NEAR
                        && worth >= most
                        && !pages.contains(ranked.passage().page())) {
                    next = ranked;
                    most = worth + Math.ulp(worth);
                }
            }
            if (next == null) {
                return pages;
            }
            pages.add(next.passage().page());
            next.tell(told);
        }
        return pages;
    }

    private static List<Evidence> page(DocumentIndex index, Question question, List<Ranked> page, double best) {
        Ranked first = page.getFirst();
        TableRow row = first.passage().row();
        if (row == null) {
            return List.of(SentenceEvidence.of(first.passage(), index, question, score(first, best)));
        }
        List<Evidence> rows = new ArrayList<>();
        for (Ranked ranked : page) {
            TableRow other = ranked.passage().row();
            if (other != null
                    && rows.size() < ROWS
                    && ranked.passage().block() == first.passage().block()
                    && ranked.score() >= first.score() * NEAR_ROW) {
                rows.add(RowEvidence.of(ranked.passage(), other, question, score(ranked, best)));
            }
        }
        return rows;
    }

    private static double score(Ranked ranked, double best) {
        return best <= 0 ? 0 : Math.clamp(ranked.score() / best * Math.max(0.3, ranked.coverage()), 0, 1);
    }
}
