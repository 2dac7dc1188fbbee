package dev.pagewright.benchmarks.chat;

import java.util.Locale;

/** Counts what answers are worth. Not thread-safe. */
final class Tally {

    static final String HEAD = "%-28s %5s %6s %6s %6s %6s | %5s %6s | %s"
            .formatted("", "asked", "direct", "page", "good", "w.ref", "unans", "ref.", "not verbatim");

    private int answerable;
    private int judged;
    private int direct;
    private int page;
    private int good;
    private int refused;
    private int unanswerable;
    private int rightly;
    private long unverified;

    void add(QuestionSet.Asked question, Judge.Verdict verdict, long notVerbatim) {
        unverified += notVerbatim;
        if (question.refuse()) {
            unanswerable++;
            rightly += verdict.refused() ? 1 : 0;
            return;
        }
        page(verdict.page());
        refused += verdict.refused() ? 1 : 0;
        if (!question.accept().isEmpty()) {
            judged++;
            direct += verdict.direct() ? 1 : 0;
            good += verdict.good() ? 1 : 0;
        }
    }

    void page(boolean right) {
        answerable++;
        page += right ? 1 : 0;
    }

    String pageShare() {
        return share(page, answerable);
    }

    @Override
    public String toString() {
        return "%5d %6s %6s %6s %6s | %5d %6s | %d"
                .formatted(
                        answerable,
                        share(direct, judged),
                        share(page, answerable),
                        share(good, judged),
                        share(refused, answerable),
                        unanswerable,
                        share(rightly, unanswerable),
                        unverified);
    }

    private static String share(int part, int all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.3f", (double) part / all);
    }
}
