package dev.pagewright.export.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says; null where it does not, or not legibly.
 *
 * @param currency as it stands there ({@code RM}, {@code €}, {@code USD})
 * @param total that was to be paid
 */
public record Receipt(
        @Nullable String merchant,
        @Nullable LocalDate date,
        @Nullable String currency,
        List<Item> items,
        @Nullable BigDecimal total) {

    /** @param quantity null where the line tells none */
    public record Item(String description, @Nullable BigDecimal quantity, BigDecimal amount) {}

    public Receipt {
        items = List.copyOf(items);
    }
}
