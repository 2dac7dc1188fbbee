package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.citation.Citation;
import java.util.ArrayList;
import java.util.List;

/** Counts what answers are worth. Not thread-safe. */
final class Tally {

    private int answered;
    private int refused;
    private int withPages;
    private int hit;
    private int first;
    private int withFigures;
    private double figures;
    private int anyFigure;
    private final List<Long> microseconds = new ArrayList<>();

    /** @return a short verdict for people: whether a right page is cited, and whether it is the first */
    String add(QuestionSet.Asked question, Answer answer, long nanoseconds) {
        answered++;
        refused += answer.grounded() ? 0 : 1;
        microseconds.add(nanoseconds / 1000);
        List<Integer> pages = answer.citations().stream()
                .map(Citation::page)
                .distinct()
                .limit(3)
                .toList();
        boolean right = pages.stream().anyMatch(question.pages()::contains);
        boolean firstRight = !pages.isEmpty() && question.pages().contains(pages.getFirst());
        if (!question.pages().isEmpty()) {
            withPages++;
            hit += right ? 1 : 0;
            first += firstRight ? 1 : 0;
        }
        if (!question.figures().isEmpty()) {
            long stated = question.figures().stream()
                    .filter(figure -> answer.content().contains(figure))
                    .count();
            withFigures++;
            figures += (double) stated / question.figures().size();
            anyFigure += stated > 0 ? 1 : 0;
        }
        return (question.pages().isEmpty() ? "    " : right ? "HIT " : "MISS")
                + (firstRight ? " 1st" : "    ")
                + (answer.grounded() ? "" : " REFUSED");
    }

    void add(Tally other) {
        answered += other.answered;
        refused += other.refused;
        withPages += other.withPages;
        hit += other.hit;
        first += other.first;
        withFigures += other.withFigures;
        figures += other.figures;
        anyFigure += other.anyFigure;
        microseconds.addAll(other.microseconds);
    }

    @Override
    public String toString() {
        List<Long> times = microseconds.stream().sorted().toList();
        return String.format(
                "page hit %.3f, first right %.3f of %d; figures %.3f (any %.3f) of %d; refused %d of %d; median %d us",
                share(hit, withPages),
                share(first, withPages),
                withPages,
                share(figures, withFigures),
                share(anyFigure, withFigures),
                withFigures,
                refused,
                answered,
                times.isEmpty() ? 0 : times.get(times.size() / 2));
    }

    private static double share(double part, int all) {
        return all == 0 ? 0 : part / all;
    }
}
