package dev.pagewright.export.receipt;

import dev.pagewright.field.Lexicon;
import dev.pagewright.field.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a receipt: what was bought, how many, for how much. They end where the summing up begins. */
final class ItemReader {

    private static final Pattern QUANTITY = Pattern.compile(
            "(?iU)(?:^|\\s)(\\p{Nd}{1,4}(?:[.,]\\p{Nd}{1,3})?)\\s*(?:[×*@]|" + Lexicon.alternatives("pieces")
                    + "(?!\\p{IsLatin})\\.?)(?=\\s|\\p{Nd}|$|\\p{Sc}|[x×])(?:\\s*[x×](?=\\s|\\p{Nd}))?|^(\\p{Nd}{1,3})\\s+(?=\\p{L})");
    private static final Pattern COUNT = Pattern.compile("(?<![\\p{L}\\p{Nd}.,])\\p{Nd}{1,3}(?![\\p{L}\\p{Nd}.,%])");
    private static final int FEWEST_LETTERS = 2;

    private ItemReader() {}

    static List<Receipt.Item> items(List<ReceiptRow> rows) {
        List<Receipt.Item> items = new ArrayList<>();
        String above = "";
        for (ReceiptRow row : rows) {
            RowMeaning meaning = RowMeaning.of(row);
            boolean summary = meaning.summary();
            if (summary && !items.isEmpty() && (meaning.total() > 0 || meaning.subtotal())) {
                break;
            }
            if (summary) {
                above = "";
                continue;
            }
            if (row.money().isEmpty()) {
                above = row.text();
                continue;
            }
            String description = description(row);
            boolean named = ReceiptRow.letters(description) >= FEWEST_LETTERS;
            if (named || ReceiptRow.letters(above) >= FEWEST_LETTERS) {
                items.add(new Receipt.Item(
                        clean(named ? description : above),
                        quantity(row),
                        row.money().getLast().value()));
            }
            above = "";
        }
        return items;
    }

    /** What stands before the first amount and beside the others, without quantities. */
    private static String description(ReceiptRow row) {
        List<Money> amounts = row.money();
        String before = row.text().substring(0, amounts.getFirst().from());
        String text = ReceiptRow.letters(before) >= FEWEST_LETTERS
                ? before
                : row.text().substring(amounts.getFirst().to());
        for (Money amount : Money.in(text).reversed()) {
            text = text.substring(0, amount.from()) + " " + text.substring(amount.to());
        }
        BigDecimal times = times(row);
        Matcher marked = QUANTITY.matcher(text.strip());
        return times == null || marked.find()
                ? marked.replaceAll(" ")
                : text.replaceFirst("(?<![\\p{L}\\p{Nd}])" + times + "(?![\\p{L}\\p{Nd}])", " ");
    }

    private static @Nullable BigDecimal quantity(ReceiptRow row) {
        Matcher matcher = QUANTITY.matcher(row.text().strip());
        if (!matcher.find()) {
            return times(row);
        }
        String number = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return new BigDecimal(number.replace(',', '.'));
    }

    /** The count in the row by which its last amount is the one before it: 2 in {@code Tea 2 3.50 7.00}. */
    private static @Nullable BigDecimal times(ReceiptRow row) {
        if (row.money().size() < 2) {
            return null;
        }
        Money price = row.money().get(row.money().size() - 2);
        String before = row.text().substring(0, price.from());
        return COUNT.matcher(before)
                .results()
                .map(match -> new BigDecimal(match.group()))
                .filter(count -> count.multiply(price.value())
                                .compareTo(row.money().getLast().value())
                        == 0)
                .findFirst()
                .orElse(null);
    }

    private static String clean(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d.)%]+$", "")
                .strip();
    }
}
