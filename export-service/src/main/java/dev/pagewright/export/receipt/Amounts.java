package dev.pagewright.export.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of money in a row: with cents, in any of the usual spellings, or with a currency beside them. */
final class Amounts {

    /** @param from where it begins in the row, sign and currency included */
    record Found(BigDecimal value, int from, int to) {}

    private static final String CURRENCY =
            "(?:RM|MYR|EUR|USD|GBP|CHF|INR|JPY|CNY|AUD|CAD|SGD|Rs\\.?|kr\\.?|zł|Kč|US\\$|S\\$|\\p{Sc})";
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\w.,/:-])(-)?\\s?(" + CURRENCY + ")?\\s?(-)?"
            + "(\\d{1,3}(?:[.,' \\u00A0\\u202F]\\d{3})+|\\d{1,7})\\s?[.,]\\s?(\\d{2})(?![\\d%]|[.,/:-]\\d)\\s?(-(?!\\w))?(\\s?"
            + CURRENCY + ")?");
    private static final Pattern WHOLE = Pattern.compile(
            "(?<![\\w.,/:-])(?:(" + CURRENCY
                    + ")\\s?(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,7})|(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,7})\\s?(\\p{Sc}|円|元|원))(?![\\d.,/:-])");
    private static final Pattern CURRENCY_ALONE = Pattern.compile("(?<![A-Za-z])" + CURRENCY + "(?![A-Za-z])");

    private static final Pattern MISREAD = Pattern.compile("(?<![\\w.,/:-])(\\d{1,5})[ -](\\d{2})\\s*$");

    private Amounts() {}

    static List<Found> in(String row) {
        List<Found> found = new ArrayList<>();
        Matcher amount = AMOUNT.matcher(row);
        while (amount.find()) {
            boolean negative = amount.group(1) != null || amount.group(3) != null || amount.group(6) != null;
            var value = new BigDecimal(digits(amount.group(4)) + "." + amount.group(5));
            found.add(new Found(negative ? value.negate() : value, amount.start(), amount.end()));
        }
        if (found.isEmpty()) {
            Matcher whole = WHOLE.matcher(row);
            while (whole.find()) {
                String number = whole.group(2) != null ? whole.group(2) : whole.group(3);
                found.add(new Found(new BigDecimal(digits(number)), whole.start(), whole.end()));
            }
        }
        return found;
    }

    /** The last amount of the row, null where there is none. */
    static @Nullable BigDecimal last(String row) {
        List<Found> all = in(row);
        return all.isEmpty() ? null : all.getLast().value();
    }

    /** The last amount of a row that must have one: the point may have been read as a blank or a dash. */
    static @Nullable BigDecimal misread(String row) {
        Matcher matcher = MISREAD.matcher(row);
        return matcher.find() ? new BigDecimal(matcher.group(1) + "." + matcher.group(2)) : null;
    }

    /** The sign or code of a currency in the row, null where there is none. */
    static @Nullable String currency(String row) {
        Matcher matcher = CURRENCY_ALONE.matcher(row);
        return matcher.find() ? matcher.group() : null;
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
