package dev.pagewright.export.xlsx;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cell as a spreadsheet takes it: a number, percentage or date where the text is certainly one, else the text. */
sealed interface CellValue {

    record Text(String text) implements CellValue {}

    /** @param format that shows it as it stood on the page */
    record Numeric(BigDecimal value, String format) implements CellValue {}

    record Date(LocalDate value, String format) implements CellValue {}

    /** Languages that write {@code 1.234,56}; the others write {@code 1,234.56}. */
    Set<String> DECIMAL_COMMA = Set.of(
            "de", "fr", "es", "it", "nl", "pt", "pl", "ru", "uk", "sv", "da", "nb", "no", "nn", "fi", "cs", "sk", "sl",
            "hr", "sr", "bg", "ro", "hu", "el", "tr", "id", "vi", "et", "lv", "lt", "is", "ca", "gl", "eu");

    /** More digits are an identifier, and a spreadsheet would lose the last of them. */
    int MAX_DIGITS = 15;

    int FIRST_YEAR = 1901;

    /** Languages that write a date's day first also between slashes. English does both, so its slashes stay text. */
    Set<String> DAY_FIRST = Set.of("fr", "es", "it", "pt", "ca", "gl", "el", "vi", "id", "ro");

    Pattern POINT = number(",", "\\.");
    Pattern COMMA = number("[.\u00A0\u202F ]", ",");
    Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})(?<mark>[-/])([0-9]{2})\\k<mark>([0-9]{2})");
    Pattern DOTTED = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");
    Pattern SLASHED = Pattern.compile("([0-9]{2})/([0-9]{2})/([0-9]{4})");

    private static Pattern number(String group, String point) {
        String blank = "[\\s\u00A0\u202F]?";
        return Pattern.compile("(?<sign>[+\u2212-]?)(?<before>\\p{Sc}" + blank + ")?"
                + "(?<whole>[0-9]{1,3}(?:" + group + "[0-9]{3})+|[0-9]+)"
                + "(?<fraction>" + point + "[0-9]+)?"
                + "(?<after>" + blank + "[%\\p{Sc}])?");
    }

    /** @param language ISO 639 code of the document, null where unknown */
    static CellValue of(String text, @Nullable String language) {
        String bare = text.strip();
        String primary = language == null ? "" : language.split("-", 2)[0];
        CellValue date = date(bare, DAY_FIRST.contains(primary));
        if (date != null) {
            return date;
        }
        Matcher number = (DECIMAL_COMMA.contains(primary) ? COMMA : POINT).matcher(bare);
        return number.matches() && certain(number) ? number(number) : new Text(text);
    }

    private static boolean certain(Matcher number) {
        String whole = digits(number.group("whole"));
        String fraction = digits(number.group("fraction"));
        String after = part(number, "after");
        return whole.length() + fraction.length() <= MAX_DIGITS
                && (whole.equals("0") || !whole.startsWith("0"))
                && (part(number, "before").isEmpty() || after.isEmpty());
    }

    private static CellValue number(Matcher number) {
        String whole = digits(number.group("whole"));
        String fraction = digits(number.group("fraction"));
        String sign = part(number, "sign");
        boolean negative = !sign.isEmpty() && !sign.equals("+");
        var value = new BigDecimal((negative ? "-" : "") + whole + "." + (fraction.isEmpty() ? "0" : fraction));
        boolean grouped = part(number, "whole").length() > whole.length();
        String after = part(number, "after");
        String format = literal(sign.equals("+") ? "+" : "")
                + literal(part(number, "before"))
                + (grouped ? "#,##0" : "0")
                + (fraction.isEmpty() ? "" : "." + "0".repeat(fraction.length()))
                + (after.endsWith("%") ? literal(after.substring(0, after.length() - 1)) + "%" : literal(after));
        return new Numeric(after.endsWith("%") ? value.movePointLeft(2) : value, format);
    }

    private static String part(Matcher number, String name) {
        String part = number.group(name);
        return part == null ? "" : part;
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[^0-9]", "");
    }

    /** Shown as it is. */
    private static String literal(String text) {
        return text.isEmpty() ? "" : '"' + text + '"';
    }

    private static @Nullable CellValue date(String text, boolean dayFirst) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            String mark = yearFirst.group("mark");
            return date(
                    yearFirst.group(1),
                    yearFirst.group(3),
                    yearFirst.group(4),
                    mark.equals("-") ? "yyyy-mm-dd" : "yyyy\\/mm\\/dd");
        }
        Matcher dotted = DOTTED.matcher(text);
        if (dotted.matches()) {
            String format = "d".repeat(dotted.group(1).length()) + "\\."
                    + "m".repeat(dotted.group(2).length());
            return date(dotted.group(3), dotted.group(2), dotted.group(1), format + "\\.yyyy");
        }
        Matcher slashed = SLASHED.matcher(text);
        return dayFirst && slashed.matches()
                ? date(slashed.group(3), slashed.group(2), slashed.group(1), "dd\\/mm\\/yyyy")
                : null;
    }

    /** Null for a 31st of February, and before 1900, where spreadsheets have no dates: that is a text. */
    private static @Nullable CellValue date(String year, String month, String day, String format) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < FIRST_YEAR ? null : new Date(date, format);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
