package dev.pagewright.export.receipt;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.Word;
import dev.pagewright.field.Labels;
import dev.pagewright.field.Money;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one height of a page, from left to right, whichever blocks it was read as: a receipt is read across,
 * since its amounts stand far from what they are for.
 *
 * @param text in usual characters, full-width and joined ones folded
 * @param money amounts in it, from left to right
 * @param labels the terms of the lexicon in what is beside the amounts
 */
record ReceiptRow(String text, List<Money> money, Labels labels) {

    private static final Pattern MASKED = Pattern.compile("[xX*•·#]{3,}\\S*");

    static ReceiptRow of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        List<Money> money = Money.in(folded);
        String beside = folded;
        for (Money amount : money.reversed()) {
            beside = beside.substring(0, amount.from()) + " " + beside.substring(amount.to());
        }
        String currency = Money.currency(beside);
        beside = currency == null ? beside : beside.replace(currency, " ");
        return new ReceiptRow(folded, money, Labels.of(MASKED.matcher(beside).replaceAll(" ")));
    }

    ReceiptRow {
        money = List.copyOf(money);
    }

    /** The last amount, null where there is none. */
    @Nullable BigDecimal last() {
        return money.isEmpty() ? null : money.getLast().value();
    }

    int letters() {
        return letters(text);
    }

    static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetter).count();
    }

    /** Rows from top to bottom. */
    static List<ReceiptRow> of(Page page) {
        List<Word> words = new ArrayList<>();
        for (Block block : page.blocks()) {
            for (Line line : block.lines()) {
                if (Math.cos(Math.toRadians(line.angle())) > 0.7) { // stamps and notes at the side are no rows
                    words.addAll(
                            line.words().isEmpty()
                                    ? List.of(new Word(line.text(), line.box(), line.confidence()))
                                    : line.words());
                }
            }
        }
        words.sort(Comparator.comparingDouble(word -> word.box().centerY()));
        List<List<Word>> rows = new ArrayList<>();
        for (Word word : words) {
            if (rows.isEmpty() || !onRow(rows.getLast(), word)) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(word);
        }
        return rows.stream().map(ReceiptRow::row).toList();
    }

    private static boolean onRow(List<Word> row, Word word) {
        double center = row.stream()
                .mapToDouble(other -> other.box().centerY())
                .average()
                .orElseThrow();
        double height = Math.min(
                word.box().height(),
                row.stream()
                        .mapToDouble(other -> other.box().height())
                        .average()
                        .orElseThrow());
        return Math.abs(word.box().centerY() - center) < 0.5 * height;
    }

    private static ReceiptRow row(List<Word> words) {
        words.sort(Comparator.comparingDouble(word -> word.box().left()));
        var text = new StringBuilder();
        double right = Double.NEGATIVE_INFINITY;
        double height = words.stream()
                .mapToDouble(word -> word.box().height())
                .average()
                .orElse(0);
        for (Word word : words) {
            BoundingBox box = word.box();
            if (!text.isEmpty()) {
                text.append(box.left() - right > 1.5 * height ? "  " : " "); // two blanks: another column
            }
            text.append(word.text());
            right = box.right();
        }
        return of(text.toString());
    }
}
