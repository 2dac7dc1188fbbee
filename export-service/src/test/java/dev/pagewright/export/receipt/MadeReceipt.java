package dev.pagewright.export.receipt;

import dev.pagewright.document.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of a language with what it says, made of a seed: lines with quantities in several layouts, one or two rates of
 * tax inside or on top of the prices, paid in cash with change or by card.
 */
record MadeReceipt(
        Page page,
        String merchant,
        LocalDate date,
        LocalTime time,
        String currency,
        List<Receipt.Item> items,
        BigDecimal subtotal,
        List<BigDecimal> taxes,
        BigDecimal total,
        @Nullable BigDecimal paid,
        @Nullable BigDecimal change,
        @Nullable String card) {

    private static final List<Integer> RATES = List.of(5, 7, 10, 19, 20);

    /** Neighbouring seeds begin alike without it. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static MadeReceipt of(Wordings wordings, int seed) {
        return new Maker(wordings, new Random(seed * SPREAD)).make();
    }

    /** Writes one receipt. */
    private static final class Maker {

        private final Wordings wordings;
        private final Random random;
        private final Slip slip = new Slip();
        private final String currency;
        private final boolean ahead;

        Maker(Wordings wordings, Random random) {
            this.wordings = wordings;
            this.random = random;
            currency = any("currency");
            boolean sign = currency.length() == 1 && !"元円₽".contains(currency);
            ahead = (sign && wordings.point() == '.') || currency.equals("R$");
        }

        MadeReceipt make() {
            String merchant = any("merchant");
            slip.row(merchant).row(any("address"));
            if (random.nextBoolean()) {
                slip.row(any("title"));
            }
            LocalDate date = LocalDate.of(2019 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
            LocalTime time = LocalTime.of(8 + random.nextInt(14), random.nextInt(60));
            date(date, time);
            List<Receipt.Item> items = items();
            var byRate = new TreeMap<Integer, BigDecimal>();
            int first = pick(RATES);
            int second = random.nextBoolean() ? first : pick(RATES);
            for (int i = 0; i < items.size(); i++) {
                byRate.merge(i % 2 == 0 ? first : second, items.get(i).amount(), BigDecimal::add);
            }
            BigDecimal sum = items.stream().map(Receipt.Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean onTop = random.nextBoolean();
            List<BigDecimal> taxes = byRate.entrySet().stream()
                    .map(entry -> share(entry.getValue(), entry.getKey(), onTop ? 100 : 100 + entry.getKey()))
                    .toList();
            BigDecimal tax = taxes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal subtotal = onTop ? sum : sum.subtract(tax);
            BigDecimal total = onTop ? sum.add(tax) : sum;
            slip.row(any("subtotal"), plain(subtotal));
            List<Integer> rates = List.copyOf(byRate.navigableKeySet());
            boolean below = !onTop && random.nextBoolean();
            String label = any("tax");
            if (below) {
                slip.row(any("total"), money(total));
            }
            for (int i = 0; i < rates.size(); i++) {
                slip.row(label + " " + rates.get(i) + "%", plain(taxes.get(i)));
            }
            if (!below) {
                slip.row(any("total"), money(total));
            }
            return paid(new MadeReceipt(
                    slip.page(), merchant, date, time, currency, items, subtotal, taxes, total, null, null, null));
        }

        private void date(LocalDate date, LocalTime time) {
            String pattern = any("pattern");
            if (currency.equals("$")) {
                pattern = pattern.replace("dd/MM", "MM/dd");
            }
            var written = date.format(DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(wordings.language())));
            String clock = "%02d:%02d".formatted(time.getHour(), time.getMinute());
            if (random.nextBoolean()) {
                slip.row(any("date") + ": " + written, clock);
            } else {
                slip.row(written + " " + clock);
            }
        }

        private List<Receipt.Item> items() {
            List<String> names = new ArrayList<>(wordings.get("items"));
            List<Receipt.Item> items = new ArrayList<>();
            int layout = random.nextInt(4);
            for (int left = 2 + random.nextInt(3); left > 0; left--) {
                String name = names.remove(random.nextInt(names.size()));
                BigDecimal price = BigDecimal.valueOf(50 + random.nextInt(8_000), 2);
                BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(5));
                BigDecimal amount = price.multiply(quantity);
                switch (layout) {
                    case 0 -> slip.row(quantity + " x " + name, plain(amount));
                    case 1 -> slip.row(name + "  " + quantity + " x " + plain(price), plain(amount));
                    case 2 -> slip.row(name).row("  " + quantity + " x " + plain(price), plain(amount));
                    default -> slip.row(name + "  " + quantity + "  " + plain(price), plain(amount));
                }
                items.add(new Receipt.Item(name, quantity, amount));
            }
            return items;
        }

        private MadeReceipt paid(MadeReceipt made) {
            BigDecimal paid = made.total();
            BigDecimal change = null;
            String card = null;
            if (random.nextBoolean()) {
                paid = made.total().setScale(-1, RoundingMode.UP).setScale(2).add(BigDecimal.TEN);
                change = paid.subtract(made.total());
                slip.row(any("cash"), plain(paid)).row(any("change"), plain(change));
            } else {
                card = "%04d".formatted(random.nextInt(10_000));
                slip.row(any("card"), plain(paid)).row(any("tail") + " ************" + card);
            }
            Page page = slip.row(any("thanks")).page();
            return new MadeReceipt(
                    page,
                    made.merchant(),
                    made.date(),
                    made.time(),
                    made.currency(),
                    made.items(),
                    made.subtotal(),
                    made.taxes(),
                    made.total(),
                    paid,
                    change,
                    card);
        }

        private String money(BigDecimal amount) {
            return ahead ? currency + plain(amount) : plain(amount) + " " + currency;
        }

        private String plain(BigDecimal amount) {
            return amount.toPlainString().replace('.', wordings.point());
        }

        private static BigDecimal share(BigDecimal amount, int rate, int of) {
            return amount.multiply(BigDecimal.valueOf(rate)).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
        }

        private String any(String key) {
            return pick(wordings.get(key));
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
