package dev.pagewright.export.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says; null where it does not, or not legibly.
 *
 * @param time to the minute
 * @param currency as it stands there ({@code RM}, {@code €}, {@code USD})
 */
public record Receipt(
        @Nullable String merchant,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        @Nullable String currency,
        List<Item> items,
        Sums sums) {

    /** @param quantity null where the line tells none */
    public record Item(String description, @Nullable BigDecimal quantity, BigDecimal amount) {}

    /** @param rate percentage, null where the row tells none */
    public record Tax(@Nullable BigDecimal rate, BigDecimal amount) {}

    /**
     * What stands below the lines.
     *
     * @param taxes a rate each, in the order in which they stand there
     * @param total that was to be paid
     * @param paid what was given; change is still in it
     * @param card the last digits of the card's number
     */
    public record Sums(
            @Nullable BigDecimal subtotal,
            List<Tax> taxes,
            @Nullable BigDecimal total,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal change,
            @Nullable String card) {

        public Sums {
            taxes = List.copyOf(taxes);
        }
    }

    public Receipt {
        items = List.copyOf(items);
    }

    public @Nullable BigDecimal total() {
        return sums.total();
    }
}
