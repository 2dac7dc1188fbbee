package dev.pagewright.export.receipt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was given and what was given back, as far as rows are labelled so or the figures below the total tell. */
record Payment(@Nullable BigDecimal paid, @Nullable BigDecimal change) {

    /**
     * Also where the labels are unknown, or one of them tells something else: below the total, two amounts one after the other that differ by it are what was
     * given and given back; else the total once more is what was given.
     */
    Payment with(List<ReceiptRow> rows, @Nullable BigDecimal total) {
        if (total == null || (paid != null && change != null)) {
            return this;
        }
        List<BigDecimal> below = below(rows, total);
        for (int i = 0; i + 1 < below.size(); i++) {
            BigDecimal given = below.get(i);
            BigDecimal back = below.get(i + 1);
            if (back.signum() > 0 && given.subtract(back).compareTo(total) == 0) {
                return new Payment(given, back);
            }
        }
        boolean again = below.stream().anyMatch(amount -> amount.compareTo(total) == 0);
        return paid == null && change == null && again ? new Payment(total, null) : this;
    }

    /** The amounts of rows below the first one that states the total, save those of taxes and of subtotals. */
    private static List<BigDecimal> below(List<ReceiptRow> rows, BigDecimal total) {
        int from = 0;
        while (from < rows.size() && !states(rows.get(from), total)) {
            from++;
        }
        return rows.subList(Math.min(from + 1, rows.size()), rows.size()).stream()
                .filter(row -> {
                    RowMeaning meaning = RowMeaning.of(row);
                    return !meaning.tax() && !meaning.subtotal() && meaning.total() == 0;
                })
                .map(ReceiptRow::last)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean states(ReceiptRow row, BigDecimal total) {
        BigDecimal amount = row.last();
        return amount != null
                && amount.compareTo(total) == 0
                && RowMeaning.of(row).total() > 0;
    }
}
