package dev.pagewright.export.receipt;

import dev.pagewright.document.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a receipt from its page by its layout and the words that receipts have in common. Says nothing rather than
 * guess where neither tells. Thread-safe.
 */
public final class ReceiptReader {

    private ReceiptReader() {}

    public static Receipt read(Page page) {
        List<ReceiptRow> rows = ReceiptRow.of(page);
        List<String> texts = rows.stream().map(ReceiptRow::text).toList();
        String currency = currency(texts);
        return new Receipt(
                Merchant.of(rows),
                date(texts, "$".equals(currency) || "US$".equals(currency) || "USD".equals(currency)),
                currency,
                ItemReader.items(texts),
                Totals.of(texts));
    }

    private static @Nullable String currency(List<String> rows) {
        return rows.stream()
                .map(Amounts::currency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Nobody writes a receipt's date years after the receipt: of equals the first one counts. */
    private static @Nullable LocalDate date(List<String> rows, boolean monthFirst) {
        LocalDate best = null;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            List<LocalDate> dates = DateReader.in(rows.get(i), monthFirst);
            int score = Vocabulary.date(rows.get(i));
            if (score == 0 && i > 0 && Amounts.in(rows.get(i - 1)).isEmpty()) {
                score = Math.min(1, Vocabulary.date(rows.get(i - 1))); // its label may stand above
            }
            if (!dates.isEmpty() && score > most) {
                best = dates.getFirst();
                most = score;
            }
        }
        return best;
    }
}
