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

    Pattern POINT = Pattern.compile("([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\\.[0-9]+)?\\s?(%?)");
    Pattern COMMA =
            Pattern.compile("([+-]?)([0-9]{1,3}(?:[.\u00A0\u202F ][0-9]{3})+|[0-9]+)(,[0-9]+)?[\\s\u00A0\u202F]?(%?)");
    Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    Pattern DOTTED_DATE = Pattern.compile("([0-9]{2})\\.([0-9]{2})\\.([0-9]{4})");

    /** @param language ISO 639 code of the document, null where unknown */
    static CellValue of(String text, @Nullable String language) {
        String bare = text.strip();
        CellValue date = date(bare);
        if (date != null) {
            return date;
        }
        Matcher number = (language != null && DECIMAL_COMMA.contains(language) ? COMMA : POINT).matcher(bare);
        return number.matches() && certain(number.group(2)) ? number(number, bare) : new Text(text);
    }

    private static boolean certain(String whole) {
        String digits = whole.replaceAll("\\D", "");
        return digits.length() <= MAX_DIGITS && (digits.equals("0") || !digits.startsWith("0"));
    }

    private static CellValue number(Matcher number, String bare) {
        String whole = number.group(2).replaceAll("\\D", "");
        String fraction = number.group(3) == null ? "" : number.group(3).substring(1);
        if (whole.length() + fraction.length() > MAX_DIGITS) {
            return new Text(bare);
        }
        var value = new BigDecimal(
                (number.group(1).equals("-") ? "-" : "") + whole + "." + (fraction.isEmpty() ? "0" : fraction));
        boolean grouped = number.group(2).length() > whole.length();
        boolean percent = !number.group(4).isEmpty();
        String format = (grouped ? "#,##0" : "0")
                + (fraction.isEmpty() ? "" : "." + "0".repeat(fraction.length()))
                + (percent ? "%" : "");
        return new Numeric(percent ? value.movePointLeft(2) : value, format);
    }

    private static @Nullable CellValue date(String text) {
        Matcher iso = ISO_DATE.matcher(text);
        Matcher dotted = DOTTED_DATE.matcher(text);
        try {
            if (iso.matches()) {
                return new Date(LocalDate.parse(text), "yyyy-mm-dd");
            }
            if (dotted.matches()) {
                var date = LocalDate.of(
                        Integer.parseInt(dotted.group(3)),
                        Integer.parseInt(dotted.group(2)),
                        Integer.parseInt(dotted.group(1)));
                return new Date(date, "dd.mm.yyyy");
            }
        } catch (DateTimeException e) {
            return null; // a 31st of February is a text
        }
        return null;
    }
}
