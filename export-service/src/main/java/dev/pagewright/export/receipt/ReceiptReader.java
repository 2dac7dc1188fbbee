package dev.pagewright.export.receipt;

import dev.pagewright.document.Page;
import dev.pagewright.field.Dates;
import dev.pagewright.field.Money;
import dev.pagewright.field.Times;
import dev.pagewright.field.ValueType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a receipt from its page by its layout and the lexicon's labels, of whatever language. Says nothing rather than
 * guess where neither tells. Thread-safe.
 */
public final class ReceiptReader {

    private static final Set<String> DOLLARS = Set.of("$", "US$", "USD");

    private ReceiptReader() {}

    public static Receipt read(Page page) {
        List<ReceiptRow> rows = ReceiptRow.of(page);
        String currency = currency(rows);
        int dated = dated(rows);
        boolean monthFirst = currency != null && DOLLARS.contains(currency);
        return new Receipt(
                Merchant.of(rows),
                dated < 0 ? null : date(rows.get(dated), monthFirst),
                time(rows, dated),
                currency,
                ItemReader.items(rows),
                SumReader.sums(rows));
    }

    /** The first beside an amount, else the first of all. */
    private static @Nullable String currency(List<ReceiptRow> rows) {
        return Stream.concat(
                        rows.stream().flatMap(row -> row.money().stream()
                                .map(amount -> row.text().substring(amount.from(), amount.to()))),
                        rows.stream().map(ReceiptRow::text))
                .map(Money::currency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate date(ReceiptRow row, boolean monthFirst) {
        List<LocalDate> dates = Dates.in(row.text(), monthFirst);
        return dates.isEmpty() ? null : dates.getFirst();
    }

    /** The row with the receipt's date, -1 where none has one. Nobody writes it below: of equals the first one counts. */
    private static int dated(List<ReceiptRow> rows) {
        int best = -1;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            int score = RowMeaning.of(rows.get(i)).date();
            if (score == 0 && i > 0 && rows.get(i - 1).money().isEmpty()) {
                score = Math.min(1, RowMeaning.of(rows.get(i - 1)).date()); // its label may stand above
            }
            if (score > most && date(rows.get(i), false) != null) {
                best = i;
                most = score;
            }
        }
        return best;
    }

    /** Beside the date, else the first one that is no time of opening. */
    private static @Nullable LocalTime time(List<ReceiptRow> rows, int dated) {
        LocalTime beside = dated < 0 ? null : Times.first(rows.get(dated).text());
        return beside != null
                ? beside
                : rows.stream()
                        .filter(row -> !row.labels().beside(ValueType.TIME).contains("opening_hours"))
                        .map(row -> Times.first(row.text()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
