package dev.pagewright.export.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was to be paid: what was given less what was given back, where that stands there too; else the amount of the row
 * that says so.
 */
final class Totals {

    private record Candidate(BigDecimal amount, int score) {}

    private final List<String> rows;

    private Totals(List<String> rows) {
        this.rows = rows;
    }

    static @Nullable BigDecimal of(List<String> rows) {
        return new Totals(rows).find();
    }

    private @Nullable BigDecimal find() {
        BigDecimal paid = labelled(true);
        BigDecimal change = labelled(false);
        BigDecimal spent = paid != null && change != null ? paid.subtract(change) : null;
        if (spent != null && spent.signum() > 0 && occurrences(spent) > 0) {
            return spent;
        }
        Candidate best = null;
        for (Candidate candidate : candidates()) {
            int score = candidate.score() + (occurrences(candidate.amount()) > 1 ? 1 : 0);
            if (candidate.amount().signum() > 0 && (best == null || score >= best.score())) {
                best = new Candidate(candidate.amount(), score);
            }
        }
        if (best != null) {
            return best.amount();
        }
        BigDecimal balanced = balanced();
        return balanced != null ? balanced : largest();
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int score = Vocabulary.total(rows.get(i));
            if (Vocabulary.taxTable(rows.get(i)) && (2 * i > rows.size() || !candidates.isEmpty())) {
                break;
            }
            if (score == 0) {
                continue;
            }
            BigDecimal amount = Amounts.last(rows.get(i));
            amount = amount == null ? Amounts.misread(rows.get(i)) : amount;
            if (amount == null && score == 1) {
                continue; // the head of a column
            }
            if (amount == null && i + 1 < rows.size() && letters(rows.get(i + 1)) < 4) {
                amount = Amounts.last(rows.get(i + 1)); // set a little lower than its label
            }
            if (amount == null && i > 0 && letters(rows.get(i - 1)) < 4) {
                amount = Amounts.last(rows.get(i - 1));
            }
            if (amount != null) {
                candidates.add(new Candidate(amount, score));
            }
        }
        return candidates;
    }

    /** Without labels: an amount that is what was given, which stands below it, less what was given back, still lower. */
    private @Nullable BigDecimal balanced() {
        List<BigDecimal> amounts = rows.stream()
                .map(Amounts::last)
                .filter(Objects::nonNull)
                .filter(amount -> amount.signum() > 0)
                .toList();
        for (int total = 0; total + 2 < amounts.size(); total++) {
            BigDecimal back = amounts.get(total + 1).subtract(amounts.get(total));
            if (back.compareTo(amounts.get(total + 2)) == 0) {
                return amounts.get(total);
            }
        }
        return null;
    }

    /** The last amount that is named so: what was given, or what was given back. */
    private @Nullable BigDecimal labelled(boolean given) {
        BigDecimal found = null;
        for (String row : rows) {
            boolean named = given ? Vocabulary.paid(row) && !Vocabulary.change(row) : Vocabulary.change(row);
            BigDecimal amount = named ? Amounts.last(row) : null;
            found = amount == null ? found : amount;
        }
        return found;
    }

    private long occurrences(BigDecimal amount) {
        return rows.stream()
                .filter(row ->
                        Amounts.in(row).stream().anyMatch(found -> found.value().compareTo(amount) == 0))
                .count();
    }

    /** Without any label: the largest amount that is neither given nor given back, and that comes twice if any does. */
    private @Nullable BigDecimal largest() {
        List<BigDecimal> all = rows.stream()
                .filter(row -> !Vocabulary.paid(row) && !Vocabulary.change(row))
                .flatMap(row -> Amounts.in(row).stream())
                .map(Amounts.Found::value)
                .sorted(Comparator.reverseOrder())
                .toList();
        return all.stream()
                .filter(amount -> occurrences(amount) > 1)
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
