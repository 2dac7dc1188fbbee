package dev.pagewright.export.receipt;

import dev.pagewright.field.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands below the lines of a receipt, by the rows' labels. */
final class SumReader {

    private static final Pattern RATE = Pattern.compile("(\\p{Nd}{1,2}(?:[.,]\\p{Nd}{1,2})?)\\s?[%٪]");
    private static final Pattern TAIL = Pattern.compile("[xX*•·#]{3,}[\\s-]*(\\p{Nd}{3,4})(?!\\p{Nd})");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private SumReader() {}

    static Receipt.Sums sums(List<ReceiptRow> rows) {
        BigDecimal paid = last(rows, RowMeaning::paid);
        BigDecimal change = last(rows, RowMeaning::change);
        BigDecimal total = Total.of(rows, paid, change);
        Payment payment = new Payment(paid, change).with(rows, total);
        return new Receipt.Sums(
                last(rows, RowMeaning::subtotal), taxes(rows), total, payment.paid(), payment.change(), card(rows));
    }

    /** The last amount of the rows that are such. */
    private static @Nullable BigDecimal last(List<ReceiptRow> rows, Predicate<RowMeaning> such) {
        BigDecimal found = null;
        for (ReceiptRow row : rows) {
            BigDecimal amount = such.test(RowMeaning.of(row)) ? row.last() : null;
            found = amount == null ? found : amount;
        }
        return found;
    }

    private static List<Receipt.Tax> taxes(List<ReceiptRow> rows) {
        List<Receipt.Tax> taxes = new ArrayList<>();
        for (ReceiptRow row : rows) {
            BigDecimal rate = rate(row.text());
            BigDecimal reckoned = rate == null ? null : reckoned(row.money(), rate);
            BigDecimal amount = reckoned == null && RowMeaning.of(row).tax() ? row.last() : reckoned;
            if (amount != null) {
                taxes.add(new Receipt.Tax(rate, amount));
            }
        }
        // a row without a rate sums up those with one
        return taxes.stream().allMatch(tax -> tax.rate() == null)
                ? taxes
                : taxes.stream().filter(tax -> tax.rate() != null).toList();
    }

    private static @Nullable BigDecimal rate(String text) {
        Matcher rate = RATE.matcher(text);
        return rate.find() ? new BigDecimal(rate.group(1).replace(',', '.')) : null;
    }

    /** The amount that is so much of another one in the row, whatever the order of the columns; null where none is. */
    private static @Nullable BigDecimal reckoned(List<Money> row, BigDecimal rate) {
        for (Money tax : row) {
            for (Money net : row) {
                BigDecimal share = net.value().multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
                if (!net.equals(tax)
                        && tax.value().signum() > 0
                        && share.subtract(tax.value()).abs().compareTo(CENT) <= 0) {
                    return tax.value();
                }
            }
        }
        return null;
    }

    private static @Nullable String card(List<ReceiptRow> rows) {
        for (ReceiptRow row : rows) {
            Matcher tail = TAIL.matcher(row.text());
            if (tail.find()) {
                return tail.group(1);
            }
        }
        return null;
    }
}
