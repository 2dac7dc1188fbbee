package dev.pagewright.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.56|1234.56",
                "1.234,56 €|1234.56",
                "RM 4 .20|4.20",
                "-3.50|-3.50",
                "3.50-|-3.50",
                "¥1,200|1200",
                "1200円|1200",
                "12 345,00 kr|12345.00",
                "12 345,00 руб.|12345.00",
                "١٢٣٫٥٠ ر.س|123.50",
                "R$ 1.234,50|1234.50",
                "19%|",
                "6.00%|",
                "10:45|",
                "GST 000381399040|"
            })
    void amounts_are_found_as_rows_write_them(String row, BigDecimal amount) {
        List<Money> all = Money.in(row);

        assertThat(all.isEmpty() ? null : all.getLast().value()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50 zł|zł",
                "12.50 د.إ|د.إ",
                "R$ 12,50|R$",
                "12,50 руб.|руб.",
                "¥500|¥",
                "Amount(RM)|RM",
                "krona|",
                "FORMAT|"
            })
    void a_currency_is_a_word_of_its_own(String row, String currency) {
        assertThat(Money.currency(row)).isEqualTo(currency);
    }

    /** What an upload holds is not ours to bound. */
    @Test
    void a_row_of_nothing_but_figures_is_read_in_time() {
        assertTimeout(Duration.ofSeconds(5), () -> Money.in("123 ".repeat(50_000)));
    }
}
