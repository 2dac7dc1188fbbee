package dev.pagewright.export.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made receipts in the twelve languages of the lexicon, with several wordings of every label. */
class ReceiptFamilyTest {

    private static final int EACH = 60;

    @Test
    void tells_every_field_in_words_that_were_looked_at() {
        for (Wordings wordings : Wordings.of(false)) {
            assertThat(right(wordings).values())
                    .as(wordings.language() + " " + right(wordings))
                    .allMatch(count -> count == EACH);
        }
    }

    /** Floors are what was counted of all 720 receipts, fields whose labels are not in the lexicon among them. */
    @Test
    void tells_most_fields_in_words_that_were_held_out() {
        Map<String, Integer> all = new TreeMap<>();
        for (Wordings wordings : Wordings.of(true)) {
            right(wordings).forEach((field, count) -> all.merge(field, count, Integer::sum));
        }

        assertThat(all)
                .as(all.toString())
                .allSatisfy((field, count) -> assertThat(count).as(field).isGreaterThanOrEqualTo(660));
        assertThat(List.of(
                        all.get("merchant"), all.get("date"), all.get("currency"), all.get("total"), all.get("items")))
                .allMatch(count -> count == 720);
    }

    /** C13: what was given or given back is not what was to be paid. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void never_tells_change_as_the_total(boolean heldOut) {
        for (Wordings wordings : Wordings.of(heldOut)) {
            for (int seed = 0; seed < EACH; seed++) {
                MadeReceipt made = MadeReceipt.of(wordings, seed);
                BigDecimal told = ReceiptReader.read(made.page()).total();

                assertThat(made.change() != null && same(told, made.change()))
                        .as("%s %d", wordings.language(), seed)
                        .isFalse();
            }
        }
    }

    private static Map<String, Integer> right(Wordings wordings) {
        Map<String, Integer> right = new TreeMap<>();
        for (int seed = 0; seed < EACH; seed++) {
            MadeReceipt made = MadeReceipt.of(wordings, seed);
            Receipt read = ReceiptReader.read(made.page());
            Receipt.Sums sums = read.sums();
            Map<String, Boolean> fields = Map.ofEntries(
                    Map.entry("merchant", made.merchant().equals(read.merchant())),
                    Map.entry("date", made.date().equals(read.date())),
                    Map.entry("time", made.time().equals(read.time())),
                    Map.entry("currency", made.currency().equals(read.currency())),
                    Map.entry("subtotal", same(made.subtotal(), sums.subtotal())),
                    Map.entry("total", same(made.total(), sums.total())),
                    Map.entry("paid", same(made.paid(), sums.paid())),
                    Map.entry("change", same(made.change(), sums.change())),
                    Map.entry("card", Objects.equals(made.card(), sums.card())),
                    Map.entry(
                            "tax",
                            made.taxes()
                                    .equals(sums.taxes().stream()
                                            .map(Receipt.Tax::amount)
                                            .toList())),
                    Map.entry("items", made.items().equals(read.items())));
            fields.forEach((field, told) -> right.merge(field, told ? 1 : 0, Integer::sum));
        }
        return right;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
