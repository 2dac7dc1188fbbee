package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.citation.Citation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Counts what a model's answers are worth, and how much of what it says wrongly reaches the reader. A wrong answer is one
 * of the model that does not hold what is accepted, or that answers what the document does not say; an invented figure is
 * one that stands neither on a page nor in the question. It passes alone where the document's own words refuse. Not
 * thread-safe.
 */
final class ModelTally {

    static final String HEAD = "%-24s %5s %6s %6s %6s | %5s %6s | %5s | %s"
            .formatted(
                    "",
                    "asked",
                    "right",
                    "page",
                    "ref.",
                    "unans",
                    "ref.",
                    "model",
                    "wrong told, passed, alone; figures invented, passed");

    /** How a model declines, see the rules of the chat service's prompt. */
    private static final String DECLINED = "NOT_IN_DOCUMENT";

    private static final Pattern PASSAGES = Pattern.compile("[\\[【(](?i:passages?)?[\\d\\s,]+[\\]】)]");
    private static final Pattern FIGURE = Pattern.compile("\\d+");

    private int answerable;
    private int judged;
    private int right;
    private int page;
    private int refused;
    private int unanswerable;
    private int rightly;
    private int byModel;
    private int wrongTold;
    private int wrongPassed;
    private int wrongAlone;
    private int inventedTold;
    private int inventedPassed;

    /**
     * @param own whether the document's own words answer
     * @param told by the model, in order; none where it was not asked
     * @return whether the model told a wrong answer or an invented figure
     */
    boolean add(CorpusDocument document, QuestionSet.Asked question, Answer answer, boolean own, List<String> told) {
        Judge.Verdict verdict = Judge.of(question, answer);
        if (question.refuse()) {
            unanswerable++;
            rightly += verdict.refused() ? 1 : 0;
        } else {
            answerable++;
            page += verdict.page() ? 1 : 0;
            refused += verdict.refused() ? 1 : 0;
            judged += question.accept().isEmpty() ? 0 : 1;
            right += !question.accept().isEmpty() && verdict.good() ? 1 : 0;
        }
        boolean model = answer.by() == Answer.By.MODEL && answer.grounded();
        byModel += model ? 1 : 0;
        boolean wrong = told.stream().anyMatch(one -> wrong(question, one));
        wrongTold += wrong ? 1 : 0;
        boolean passes = model && wrong(question, answer.content());
        wrongPassed += passes ? 1 : 0;
        wrongAlone += passes && !own ? 1 : 0;
        Set<String> invented = invented(document, question, String.join("\n", told));
        inventedTold += invented.size();
        if (model) {
            Set<String> passed = invented(document, question, answer.content());
            answer.citations().forEach(citation -> passed.remove(String.valueOf(citation.page())));
            inventedPassed += passed.size();
        }
        return wrong || !invented.isEmpty();
    }

    /** Whether fewer questions were answered rightly, or refused rightly, than by another way of answering the same. */
    boolean worseThan(ModelTally other) {
        return right < other.right || rightly < other.rightly;
    }

    private static boolean wrong(QuestionSet.Asked question, String said) {
        if (said.contains(DECLINED)) {
            return false;
        }
        if (question.refuse()) {
            return true;
        }
        return !question.accept().isEmpty()
                && !Judge.of(question, grounded(said)).holds();
    }

    /** As if it were an answer that cites, so that its text alone is judged. */
    private static Answer grounded(String said) {
        var anywhere = new Citation(1, 0, said, List.of(), 0);
        return new Answer(PASSAGES.matcher(said).replaceAll(" "), List.of(anywhere), Answer.By.MODEL, true);
    }

    private static Set<String> invented(CorpusDocument document, QuestionSet.Asked question, String said) {
        Set<String> known = figures(String.join("\n", document.shown().values()));
        known.addAll(figures(question.question()));
        return figures(PASSAGES.matcher(said).replaceAll(" ")).stream()
                .filter(figure -> !known.contains(figure))
                .collect(Collectors.toSet());
    }

    private static Set<String> figures(String text) {
        return FIGURE.matcher(Judge.said(text))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "%5d %6s %6s %6s | %5d %6s | %5d | %d, %d, %d; %d, %d"
                .formatted(
                        answerable,
                        share(right, judged),
                        share(page, answerable),
                        share(refused, answerable),
                        unanswerable,
                        share(rightly, unanswerable),
                        byModel,
                        wrongTold,
                        wrongPassed,
                        wrongAlone,
                        inventedTold,
                        inventedPassed);
    }

    private static String share(int part, int all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) part / all);
    }
}
