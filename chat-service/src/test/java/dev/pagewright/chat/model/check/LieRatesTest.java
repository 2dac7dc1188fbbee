package dev.pagewright.chat.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.retrieval.TextAnalysis;
import dev.pagewright.testing.Extent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rates over generated facts in nine languages: lies that pass, and true statements that are cut. */
class LieRatesTest {

    private static final int ROUNDS = Extent.of(10, 30);

    /** Of lies that pass; of true statements that are cut. */
    private static final double MOST = 0.02;

    @Test
    void fewLiesPassAndFewTrueStatementsAreCut() {
        List<ToldFacts.Told> told = new ToldFacts(20261130).of(ROUNDS);

        Map<String, Double> flagged = told.stream()
                .collect(Collectors.groupingBy(
                        ToldFacts.Told::lie, TreeMap::new, Collectors.averagingDouble(LieRatesTest::flagged)));

        System.out.println("share flagged, by what is wrong (\"\": nothing): " + flagged);
        assertThat(rate(told, one -> !one.lie().isEmpty())).as("lies flagged").isGreaterThan(1 - MOST);
        assertThat(rate(told, one -> one.lie().isEmpty())).as("truths flagged").isLessThan(MOST);
    }

    private static double rate(List<ToldFacts.Told> told, Predicate<ToldFacts.Told> which) {
        return told.stream()
                .filter(which)
                .mapToDouble(LieRatesTest::flagged)
                .average()
                .orElseThrow();
    }

    private static double flagged(ToldFacts.Told told) {
        List<Source> sources = List.of(new Source(told.passage(), told.passage(), 1));
        List<String> flagged =
                new StatementCheck(TextAnalysis.of(told.language())).unsupported(told.statement(), sources, "");
        if (flagged.isEmpty() != told.lie().isEmpty()) {
            System.out.println("wrong: " + told + " " + flagged);
        }
        return flagged.isEmpty() ? 0 : 1;
    }
}
