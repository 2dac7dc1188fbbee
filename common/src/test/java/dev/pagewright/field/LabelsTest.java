package dev.pagewright.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource({
        "SUBTOTAL, subtotal",
        "Sub-total, subtotal",
        "S U B T O T A L, subtotal",
        "SUB T0TAL, subtotal",
        "Zwischen-Summe, subtotal",
        "M.w.St., tax",
        "ESPECES, payment_method",
        "GRANDTOTAL, total",
        "お釣り, change_money",
        "合計, total",
        "ИТОГО:, total"
    })
    void a_term_is_found_however_small_print_was_read(String row, String concept) {
        assertThat(Labels.of(row).beside(ValueType.AMOUNT)).contains(concept);
    }

    @Test
    void every_label_of_every_language_is_found_as_it_is_written() {
        for (String language : Lexicon.LABELLED) {
            Lexicon.labels(language)
                    .forEach((concept, terms) ->
                            terms.forEach(term -> assertThat(Labels.of(term).terms())
                                    .as("%s %s %s", language, concept, term)
                                    .anyMatch(found -> found.from() == 0
                                            && found.concepts().contains(concept))));
        }
    }

    @Test
    void the_longest_term_counts_and_none_inside_it() {
        assertThat(Labels.of("Change due 5.80").beside(ValueType.AMOUNT)).containsExactly("change_money");
        assertThat(Labels.of("Total GST").beside(ValueType.AMOUNT)).contains("total", "tax");
    }

    @Test
    void beside_an_amount_a_term_names_what_amounts_state() {
        Labels labels = Labels.of("Cash");

        assertThat(labels.terms().getFirst().concepts()).contains("paid", "payment_method");
        assertThat(labels.beside(ValueType.AMOUNT)).containsExactly("paid");
    }

    @Test
    void a_share_is_of_the_letters() {
        assertThat(Labels.of("TOTAL sales").share(ValueType.AMOUNT, Set.of("total")))
                .isEqualTo(1);
        assertThat(Labels.of("TOTAL aaaaa").share(ValueType.AMOUNT, Set.of("total")))
                .isEqualTo(0.5);
        assertThat(Labels.of("12.50").share(ValueType.AMOUNT, Set.of("total"))).isZero();
        assertThat(Labels.of("").terms()).isEqualTo(List.of());
    }
}
