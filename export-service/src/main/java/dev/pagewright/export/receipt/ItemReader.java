package dev.pagewright.export.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a receipt: what was bought, how many, for how much. They end where the summing up begins. */
final class ItemReader {

    private static final Pattern QUANTITY = Pattern.compile(
            "(?iU)(?:^|\\s)(\\d{1,4}(?:[.,]\\d{1,3})?)\\s*(?:x|×|\\*|@|pcs?|stk|stück|ea|unit|nos)(?=\\s|\\d|$|\\p{Sc})|^(\\d{1,3})\\s+(?=\\p{L})");
    private static final int FEWEST_LETTERS = 2;

    private ItemReader() {}

    static List<Receipt.Item> items(List<String> rows) {
        List<Receipt.Item> items = new ArrayList<>();
        String above = "";
        for (String row : rows) {
            List<Amounts.Found> amounts = Amounts.in(row);
            boolean summary = Vocabulary.summary(row);
            if (summary && !items.isEmpty() && (Vocabulary.total(row) > 0 || Vocabulary.subtotal(row))) {
                break;
            }
            if (summary) {
                above = "";
                continue;
            }
            if (amounts.isEmpty()) {
                above = row;
                continue;
            }
            String description = description(row, amounts);
            boolean named = letters(description) >= FEWEST_LETTERS;
            if (named || letters(above) >= FEWEST_LETTERS) {
                items.add(new Receipt.Item(
                        clean(named ? description : above),
                        quantity(row),
                        amounts.getLast().value()));
            }
            above = "";
        }
        return items;
    }

    /** What stands before the first amount and beside the others, without quantities. */
    private static String description(String row, List<Amounts.Found> amounts) {
        String before = row.substring(0, amounts.getFirst().from());
        String text = letters(before) >= FEWEST_LETTERS
                ? before
                : row.substring(amounts.getFirst().to());
        for (Amounts.Found amount : Amounts.in(text).reversed()) {
            text = text.substring(0, amount.from()) + " " + text.substring(amount.to());
        }
        return QUANTITY.matcher(text).replaceAll(" ");
    }

    private static @Nullable BigDecimal quantity(String row) {
        Matcher matcher = QUANTITY.matcher(row.strip());
        if (!matcher.find()) {
            return null;
        }
        String number = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return new BigDecimal(number.replace(',', '.'));
    }

    private static String clean(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d.)%]+$", "")
                .strip();
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
