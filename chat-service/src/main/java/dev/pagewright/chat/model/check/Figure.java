package dev.pagewright.chat.model.check;

import java.math.BigDecimal;
import java.util.Set;

/**
 * A figure as it stands in a text.
 *
 * @param text as it is written, with its scale
 * @param values what it may mean: 1.234 is one and a bit, or over a thousand, by the language
 * @param sign whether it is below zero; a number in brackets alone may be a loss or the number of a note
 * @param scale as told right beside it; {@link Scale#UNITS} where none is
 * @param scaled whether a scale is told beside it
 * @param amount whether it is written as an amount: with a currency, a scale, or signs between thousands
 * @param start of it in the text
 */
record Figure(
        String text,
        Set<BigDecimal> values,
        Sign sign,
        Scale scale,
        boolean scaled,
        boolean amount,
        int start,
        int end) {

    /** On which side of zero. */
    enum Sign {
        POSITIVE,
        NEGATIVE,
        EITHER
    }

    private static final BigDecimal FIRST_YEAR = new BigDecimal(1900);
    private static final BigDecimal LAST_YEAR = new BigDecimal(2099);

    Figure {
        values = Set.copyOf(values);
    }

    boolean year() {
        return !amount
                && values.stream()
                        .anyMatch(value -> value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) <= 0);
    }
}
