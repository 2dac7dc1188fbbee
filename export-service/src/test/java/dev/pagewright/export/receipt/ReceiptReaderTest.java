package dev.pagewright.export.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptReaderTest {

    /** How a country writes its receipts. */
    private record Habit(
            String date, char point, String currency, String total, String tax, String cash, String change) {}

    private static final List<Habit> HABITS = List.of(
            new Habit("dd/MM/yyyy", '.', "RM", "TOTAL", "GST 6%", "CASH", "CHANGE"),
            new Habit("dd.MM.yy", ',', "EUR", "SUMME", "MwSt 19%", "BAR", "Rückgeld"),
            new Habit("dd-MM-yyyy", ',', "€", "Net à payer", "TVA 20%", "Espèces", "Rendu"),
            new Habit("yyyy/MM/dd", '.', "£", "Balance due", "VAT 20%", "Visa", "Change"),
            new Habit("d MMM yyyy", ',', "€", "Totaal", "BTW 21%", "PIN", "Wisselgeld"),
            new Habit("yyyy年M月d日", '.', "¥", "合计", "税 6%", "现金", "找零"));

    /** Floor: date and total right for at least 0.8; on clean readings all of them are. */
    @Test
    void readsGeneratedReceiptsOfSeveralCountries() {
        for (int seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            Habit habit = HABITS.get(seed % HABITS.size());
            LocalDate date = LocalDate.of(2019 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
            var slip = new Slip().row("Blue Door Trading Ltd").row("12 High Street", "T 12:41");
            slip.row(
                    "Nr. 00" + random.nextInt(100_000),
                    date.format(java.time.format.DateTimeFormatter.ofPattern(habit.date(), Locale.ENGLISH)));
            int sum = 0;
            List<Integer> prices = new ArrayList<>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                prices.add(50 + random.nextInt(150_000));
                sum += prices.getLast();
                slip.row("Article no " + (char) ('A' + i), money(prices.getLast(), habit));
            }
            slip.row("Subtotal", money(sum, habit)).row(habit.tax(), money(sum / 6, habit));
            slip.row(habit.total(), habit.currency() + " " + money(sum, habit));
            if (random.nextBoolean()) {
                slip.row(habit.cash(), money(sum + 500, habit)).row(habit.change(), money(500, habit));
            }

            Receipt receipt = ReceiptReader.read(slip.row("Thank you").page());

            assertThat(receipt.total()).as("total of %d", seed).isEqualByComparingTo(cents(sum));
            assertThat(receipt.date()).as("date of %d", seed).isEqualTo(date);
            assertThat(receipt.merchant()).isEqualTo("Blue Door Trading Ltd");
            assertThat(receipt.currency()).isEqualTo(habit.currency());
            assertThat(receipt.items())
                    .extracting(Receipt.Item::amount)
                    .containsExactlyElementsOf(
                            prices.stream().map(ReceiptReaderTest::cents).toList());
        }
    }

    @Test
    void believesCashAndChangeMoreThanLabels() {
        var page = new Slip()
                .row("Total sales", "23.42")
                .row("Rounding", "-0.02")
                .row("To pay now", "23.40")
                .row("Cash", "50.00")
                .row("Change", "26.60")
                .page();

        assertThat(ReceiptReader.read(page).total()).isEqualByComparingTo("23.40");
    }

    @Test
    void takesNoTotalOutOfATableOfTaxes() {
        var page = new Slip()
                .row("Tea", "4.20")
                .row("Total incl. GST", "4.20")
                .row("GST summary")
                .row("Total", "0.24")
                .page();

        assertThat(ReceiptReader.read(page).total()).isEqualByComparingTo("4.20");
    }

    @Test
    void saysNothingOfAPageThatIsNoReceipt() {
        Receipt receipt = ReceiptReader.read(
                new Slip().row("once upon a time there was a text").page());

        assertThat(receipt.total()).isNull();
        assertThat(receipt.date()).isNull();
        assertThat(receipt.items()).isEmpty();
        assertThat(ReceiptReader.read(new Slip().page()).merchant()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shop: Blue Door|Blue Door",
                "Geschäft: Blaue Tür|Blaue Tür",
                "店名：蓝门面馆|蓝门面馆",
                "\"Blue Door|Blue Door",
                "ООО «Синяя дверь»|ООО «Синяя дверь»",
                "Café Avenida|Café Avenida"
            })
    void tells_the_merchant_without_its_label_and_lone_signs(String row, String merchant) {
        var page = new Slip().row("Receipt").row(row).row("Tea", "4.20").page();

        assertThat(ReceiptReader.read(page).merchant()).isEqualTo(merchant);
    }

    @Test
    void an_hour_of_opening_is_no_time_of_the_receipt() {
        var page = new Slip()
                .row("Opening hours 08:00 - 20:00")
                .row("01.02.2024")
                .row("Tea", "4.20")
                .row("Till 3  12:41")
                .page();

        assertThat(ReceiptReader.read(page).time()).hasToString("12:41");
    }

    /** What stands below the total tells what was given and given back, where no label does. */
    @Test
    void tells_what_was_paid_by_the_figures_where_labels_are_unknown() {
        var page = new Slip()
                .row("Tea", "4.20")
                .row("Total", "4.20")
                .row("Gubbins", "10.00")
                .row("Blimey", "5.80")
                .page();

        Receipt.Sums sums = ReceiptReader.read(page).sums();

        assertThat(sums.total()).isEqualByComparingTo("4.20");
        assertThat(sums.paid()).isEqualByComparingTo("10.00");
        assertThat(sums.change()).isEqualByComparingTo("5.80");
    }

    @Test
    void takes_no_total_of_a_part_for_the_total() {
        var page = new Slip()
                .row("Tea", "4.20")
                .row("Total payable", "4.20")
                .row("Total GST", "0.24")
                .row("Total savings", "0.80")
                .row("Total points", "42.00")
                .page();

        assertThat(ReceiptReader.read(page).total()).isEqualByComparingTo("4.20");
    }

    @Test
    void tells_the_tax_of_each_rate_out_of_a_table_in_any_order_of_columns() {
        var page = new Slip()
                .row("Tea", "10.70")
                .row("Pen", "11.90")
                .row("Total", "22.60")
                .row("A 7%  10.00  0.70", "10.70")
                .row("B 19%  11.90  1.90", "10.00")
                .page();

        assertThat(ReceiptReader.read(page).sums().taxes())
                .containsExactly(
                        new Receipt.Tax(new BigDecimal("7"), new BigDecimal("0.70")),
                        new Receipt.Tax(new BigDecimal("19"), new BigDecimal("1.90")));
    }

    @Test
    void something_to_buy_may_have_a_word_of_summing_up_in_its_name() {
        var page = new Slip()
                .row("Chocolate bar", "1.20")
                .row("Card holder leather", "9.00")
                .row("Total", "10.20")
                .page();

        assertThat(ReceiptReader.read(page).items())
                .extracting(Receipt.Item::description)
                .containsExactly("Chocolate bar", "Card holder leather");
    }

    private static String money(int cents, Habit habit) {
        return cents / 100 + "" + habit.point() + "%02d".formatted(cents % 100);
    }

    private static BigDecimal cents(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
