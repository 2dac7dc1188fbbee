package dev.pagewright.field;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in a row: a figure with two decimals in any of the usual notations and digits, or any figure with a
 * currency beside it.
 *
 * @param from where it begins in the row, sign and currency included
 */
public record Money(BigDecimal value, int from, int to) {

    private static final String CURRENCY = "(?:" + Lexicon.alternatives("currencies") + "|\\p{Sc})";
    private static final String BEFORE = "(?<![\\p{IsLatin}\\p{Nd}.,/:-])";
    private static final String GROUPED = "\\p{Nd}{1,3}(?:[.,'’٬ \\u00A0\\u202F]\\p{Nd}{3}){1,4}|\\p{Nd}{1,7}";
    private static final Pattern DECIMAL = Pattern.compile(BEFORE + "(-)?\\s?(" + CURRENCY + ")?\\s?(-)?(" + GROUPED
            + ")\\s?[.,٫]\\s?(\\p{Nd}{2})(?![\\p{Nd}%٪]|[.,/:-]\\p{Nd})\\s?(-(?![\\p{L}\\p{Nd}]))?(\\s?" + CURRENCY
            + "(?!\\p{IsLatin}))?");
    private static final Pattern WHOLE = Pattern.compile(BEFORE + "(-)?\\s?(?:" + CURRENCY
            + "\\s?(\\p{Nd}{1,3}(?:[.,٬]\\p{Nd}{3}){1,4}|\\p{Nd}{1,7})|(\\p{Nd}{1,3}(?:[.,٬]\\p{Nd}{3}){1,4}|\\p{Nd}{1,7})\\s?"
            + CURRENCY + "(?!\\p{IsLatin}))(?![\\p{Nd}/:-]|[.,]\\p{Nd})");
    private static final Pattern ALONE =
            Pattern.compile("(?<![\\p{L}\\p{M}])" + CURRENCY + "(?![\\p{IsLatin}\\p{IsCyrillic}\\p{IsArabic}])");

    /** All of a row, from left to right; figures without decimals where none has some. */
    public static List<Money> in(String row) {
        List<Money> found = new ArrayList<>();
        Matcher amount = DECIMAL.matcher(row);
        while (amount.find()) {
            boolean negative = amount.group(1) != null || amount.group(3) != null || amount.group(6) != null;
            var value = new BigDecimal(Figures.digits(amount.group(4)) + "." + Figures.digits(amount.group(5)));
            found.add(new Money(negative ? value.negate() : value, amount.start(), amount.end()));
        }
        if (found.isEmpty()) {
            Matcher whole = WHOLE.matcher(row);
            while (whole.find()) {
                var value = new BigDecimal(Figures.digits(whole.group(2) != null ? whole.group(2) : whole.group(3)));
                found.add(new Money(whole.group(1) != null ? value.negate() : value, whole.start(), whole.end()));
            }
        }
        return found;
    }

    /** The sign, code or abbreviation of a currency in the row, null where there is none. */
    public static @Nullable String currency(String row) {
        Matcher matcher = ALONE.matcher(row);
        return matcher.find() ? matcher.group() : null;
    }
}
