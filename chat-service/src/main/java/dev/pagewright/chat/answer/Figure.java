package dev.pagewright.chat.answer;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first figure of a field: its value and how it writes decimals.
 *
 * @param separator of decimals; 0 where it has none
 */
record Figure(BigDecimal value, char separator) {

    private static final Pattern FIGURE =
            Pattern.compile("([-−–(]?)\\s?[\\p{Sc}]?\\s?(\\p{Nd}+(?:[.,’' \\u00a0\\u202f]\\p{Nd}+)*)");

    static @Nullable Figure of(String text) {
        Matcher figure = FIGURE.matcher(text);
        if (!figure.find()) {
            return null;
        }
        String digits = figure.group(2);
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        boolean decimal = last >= 0 && digits.length() - last - 1 != 3;
        var plain = new StringBuilder(figure.group(1).isEmpty() ? "" : "-");
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (decimal && i == last) {
                plain.append('.');
            }
        }
        return new Figure(new BigDecimal(plain.toString()), decimal ? digits.charAt(last) : 0);
    }

    /** As the document writes it, without grouping. */
    String text() {
        String plain = value.toPlainString();
        return separator == ',' ? plain.replace('.', ',') : plain;
    }

    Figure plus(Figure other) {
        return new Figure(value.add(other.value), separator == 0 ? other.separator : separator);
    }
}
