package dev.pagewright.export.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was to be paid: what was given less what was given back, where that stands there too; else the amount of the row
 * that says so.
 */
final class Total {

    private static final Pattern MISREAD = Pattern.compile("(?<![\\w.,/:-])(\\d{1,5})[ -](\\d{2})\\s*$");

    private record Candidate(BigDecimal amount, int score) {}

    private final List<ReceiptRow> rows;
    private final List<RowMeaning> meanings;

    private Total(List<ReceiptRow> rows) {
        this.rows = rows;
        meanings = rows.stream().map(RowMeaning::of).toList();
    }

    /**
     * @param paid what was given, null where no row tells
     * @param change what was given back, null where no row tells
     */
    static @Nullable BigDecimal of(List<ReceiptRow> rows, @Nullable BigDecimal paid, @Nullable BigDecimal change) {
        return new Total(rows).find(paid, change);
    }

    private @Nullable BigDecimal find(@Nullable BigDecimal paid, @Nullable BigDecimal change) {
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
        if (balanced != null) {
            return balanced;
        }
        boolean exact = paid != null && meanings.stream().noneMatch(RowMeaning::change);
        return exact ? paid : largest();
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int score = meanings.get(i).total();
            if (meanings.get(i).taxTable() && (2 * i > rows.size() || !candidates.isEmpty())) {
                break;
            }
            BigDecimal amount = score == 0 ? null : rows.get(i).last();
            amount = amount == null && score > 0 ? misread(rows.get(i)) : amount;
            if (amount == null && score > 1) { // no head of a column
                amount = beside(i + 1); // set a little lower than its label
                amount = amount == null ? beside(i - 1) : amount;
            }
            if (amount != null) {
                candidates.add(new Candidate(amount, score));
            }
        }
        return candidates;
    }

    private @Nullable BigDecimal beside(int i) {
        return i >= 0 && i < rows.size() && rows.get(i).letters() < 4
                ? rows.get(i).last()
                : null;
    }

    /** The last amount of a row that must have one: the point may have been read as a blank or a dash. */
    private static @Nullable BigDecimal misread(ReceiptRow row) {
        Matcher matcher = MISREAD.matcher(row.text());
        return matcher.find() ? new BigDecimal(matcher.group(1) + "." + matcher.group(2)) : null;
    }

    /**
     * Without a label of the total: an amount that is what was given, which stands below it, less what was given back,
     * right below that. What is known to be something else, such as a subtotal, is left out.
     */
    private @Nullable BigDecimal balanced() {
        List<BigDecimal> amounts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            BigDecimal amount = rows.get(i).last();
            if (amount != null
                    && amount.signum() > 0
                    && !meanings.get(i).tax()
                    && !meanings.get(i).subtotal()) {
                amounts.add(amount);
            }
        }
        for (int given = amounts.size() - 2; given > 0; given--) {
            BigDecimal spent = amounts.get(given).subtract(amounts.get(given + 1));
            if (amounts.subList(0, given).stream().anyMatch(amount -> amount.compareTo(spent) == 0)) {
                return spent;
            }
        }
        return null;
    }

    private long occurrences(BigDecimal amount) {
        return rows.stream()
                .filter(row ->
                        row.money().stream().anyMatch(found -> found.value().compareTo(amount) == 0))
                .count();
    }

    /** Without any label: the largest amount that is neither given nor given back, and that comes twice if any does. */
    private @Nullable BigDecimal largest() {
        List<BigDecimal> all = rows.stream()
                .filter(row -> !RowMeaning.of(row).paid() && !RowMeaning.of(row).change())
                .flatMap(row -> row.money().stream())
                .map(money -> money.value())
                .sorted(Comparator.reverseOrder())
                .toList();
        return all.stream()
                .filter(amount -> occurrences(amount) > 1)
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }
}
