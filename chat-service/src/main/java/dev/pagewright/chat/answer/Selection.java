package dev.pagewright.chat.answer;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.chat.retrieval.Question;
import dev.pagewright.chat.retrieval.Ranked;
import dev.pagewright.chat.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the passages found are told: of up to three pages, the best sentence or rows of a table. */
final class Selection {

    private static final int PAGES = 3;
    private static final int ROWS = 4;
    /** What is far behind the best is left out. */
    private static final double NEAR = 0.4;

    /** What a part of the question counts that no page before has told. */
    private static final double NEW = 0.3;

    /** What a row counts where only sentences are cited, and a sentence where only rows are. */
    private static final double OTHER_KIND = 0.2;

    private static final double NEAR_ROW = 0.85;
    private static final double NEAR_NEW_ROW = 0.55;
    /** What a row must tell of the question to be new. */
    private static final double MORE = 0.06;

    /** What a row that is not new must tell of what the first tells. */
    private static final double AS_MUCH = 0.8;

    private static final double NEAR_HEADING = 0.6;
    private static final double NEAR_FIGURE = 0.6;

    private Selection() {}

    /** @return by page, best first; empty where nothing speaks for any passage */
    static List<Ranked> of(Retrieval found) {
        List<Ranked> passages = telling(found);
        if (passages.getFirst().score() <= 0) {
            return List.of();
        }
        return pages(passages).stream()
                .flatMap(page -> page(found.question(), on(page, passages)).stream())
                .toList();
    }

    private static List<Ranked> on(int page, List<Ranked> passages) {
        return passages.stream()
                .filter(ranked -> ranked.passage().page() == page)
                .toList();
    }

    /** Without headings, which name what is below them; unless little else is found. */
    private static List<Ranked> telling(Retrieval found) {
        List<Ranked> passages = found.passages();
        if (!found.question().quotation().isEmpty()) {
            return passages;
        }
        List<Ranked> telling = passages.stream()
                .filter(ranked -> ranked.passage().kind() != Passage.Kind.HEADING)
                .toList();
        double least = passages.getFirst().score() * NEAR_HEADING;
        return telling.isEmpty() || telling.getFirst().score() < least ? passages : telling;
    }

    /** The best page, then those that are good, tell what is not told yet, and tell it in another way. */
    private static List<Integer> pages(List<Ranked> passages) {
        double least = passages.getFirst().score() * NEAR;
        double[] told = new double[passages.getFirst().told().size()];
        List<Integer> pages = new ArrayList<>();
        Set<Boolean> kinds = new HashSet<>();
        while (pages.size() < PAGES) {
            Ranked next = null;
            double most = Double.NEGATIVE_INFINITY;
            for (Ranked ranked : passages) {
                double worth = ranked.score();
                if (!pages.isEmpty()) {
                    worth += NEW * ranked.adds(told);
                    worth += kinds.contains(ranked.passage().row() != null) ? 0 : OTHER_KIND;
                }
                if (ranked.score() >= least
                        && worth > most
                        && !pages.contains(ranked.passage().page())) {
                    next = ranked;
                    most = worth;
                }
            }
            if (next == null) {
                return pages;
            }
            pages.add(next.passage().page());
            kinds.add(next.passage().row() != null);
            next.tell(told);
        }
        return pages;
    }

    /** The best of the page: rows of one table, or a sentence; where a figure is asked for, one that states it too. */
    private static List<Ranked> page(Question question, List<Ranked> page) {
        Ranked first = page.getFirst();
        List<Ranked> chosen = first.passage().row() == null ? new ArrayList<>(List.of(first)) : rows(page, first);
        if (question.wants().figure() && chosen.stream().noneMatch(Ranked::states)) {
            page.stream()
                    .filter(Ranked::states)
                    .filter(ranked -> ranked.score() >= first.score() * NEAR_FIGURE)
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    /** Rows of the table that are as good as the first, or tell what none before has told. */
    private static List<Ranked> rows(List<Ranked> page, Ranked first) {
        double[] told = new double[first.told().size()];
        List<Ranked> rows = new ArrayList<>();
        for (Ranked ranked : page) {
            TableRow row = ranked.passage().row();
            boolean there = row != null
                    && ranked.passage().block() == first.passage().block()
                    && (row.labelled() || rows.isEmpty());
            boolean more = ranked.adds(told) >= MORE;
            double near = more ? NEAR_NEW_ROW : NEAR_ROW;
            boolean asMuch = more || ranked.coverage() >= first.coverage() * AS_MUCH;
            if (there && asMuch && rows.size() < ROWS && ranked.score() >= first.score() * near) {
                rows.add(ranked);
                ranked.tell(told);
            }
        }
        return rows;
    }
}
