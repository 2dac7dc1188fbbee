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
                "Date: 25/FEB/2017|2017-02-25",
                "30-06-201822:16:06|2018-06-30",
                "le 3 février 2024|2024-02-03",
                "March 5, 2021 14:00|2021-03-05",
                "2022-11-28|2022-11-28",
                "12/24/2020|2020-12-24",
                "den 3. Dezember 2019|2019-12-03",
                "Tel 03-5542 3228|",
                "31/02/2020|"
            })
    void readsDates(String row, LocalDate date) {
        List<LocalDate> dates = DateReader.in(row, false);

        assertThat(dates.isEmpty() ? null : dates.getFirst()).isEqualTo(date);
    }

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
                "12 345,00 kr|12345.00",
                "19%|",
                "6.00%|",
                "10:45|",
                "GST 000381399040|"
            })
    void readsAmounts(String row, BigDecimal amount) {
        assertThat(Amounts.last(row)).isEqualTo(amount);
    }

    private static String money(int cents, Habit habit) {
        return cents / 100 + "" + habit.point() + "%02d".formatted(cents % 100);
    }

    private static BigDecimal cents(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
