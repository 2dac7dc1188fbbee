package dev.pagewright.export.receipt;

import dev.pagewright.field.Labels;
import dev.pagewright.field.Times;
import dev.pagewright.field.ValueType;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a row of a receipt states, by the concepts of the lexicon that its label names beside an amount, or a date. */
final class RowMeaning {

    private static final Set<String> DUE = Set.of("total", "amount_due");
    private static final Set<String> PAID = Set.of("paid", "payment_method", "incoming");
    /** A total of these is none of the receipt, unless it says that they are in it. */
    private static final Set<String> PARTS = Set.of("tax", "discount", "fee", "tip", "quantity", "points");

    private static final Set<String> TABLE = Set.of("tax", "tax_rate", "subtotal", "amount", "total");
    private static final Set<String> OWN_DATE = Set.of("invoice_date", "purchase_date");
    private static final Set<String> OTHER_DATE = Set.of(
            "due_date",
            "start_date",
            "end_date",
            "delivery_date",
            "birth_date",
            "order_date",
            "print_date",
            "period",
            "member_number");

    /** All that belongs to summing up rather than to what was bought. */
    private static final Set<String> SUMMING = union(
            DUE,
            PAID,
            PARTS,
            Set.of(
                    "subtotal",
                    "change_money",
                    "rounding",
                    "card_number",
                    "tax_rate",
                    "tax_summary",
                    "amount",
                    "item",
                    Labels.INCLUDING,
                    Labels.EXCLUDING));

    /** A row sums up where most of it is about that: "gift card holder" is something to buy. */
    private static final double MOST = 0.5;

    private final ReceiptRow row;
    private final Set<String> concepts;

    private RowMeaning(ReceiptRow row) {
        this.row = row;
        concepts = row.labels().beside(ValueType.AMOUNT);
    }

    static RowMeaning of(ReceiptRow row) {
        return new RowMeaning(row);
    }

    /** 0 for a row that tells no total, more the surer it is the one that was to be paid. */
    int total() {
        if (!summing() || subtotal() || change() || names(PAID) || partOfTotal()) {
            return 0;
        }
        if (!names(DUE)) {
            return concepts.contains("amount") && !concepts.contains("tax") ? 1 : 0;
        }
        boolean told = row.labels().terms().stream().anyMatch(term -> due(term) && term.words() > 1);
        return told || concepts.contains(Labels.INCLUDING) || concepts.contains("rounding") ? 3 : 2;
    }

    private boolean partOfTotal() {
        boolean counted = concepts.contains("item") && row.money().isEmpty();
        return counted || (names(PARTS) && !concepts.contains(Labels.INCLUDING));
    }

    boolean subtotal() {
        boolean without = concepts.contains(Labels.EXCLUDING) && !concepts.contains(Labels.INCLUDING);
        return summing() && (concepts.contains("subtotal") || (without && names(DUE)));
    }

    boolean tax() {
        return summing() && concepts.contains("tax") && !names(DUE) && !subtotal() && !concepts.contains("tax_number");
    }

    boolean paid() {
        return summing() && names(PAID) && !change() && !concepts.contains("deposit");
    }

    boolean change() {
        return summing() && concepts.contains("change_money");
    }

    /** Whether the row has to do with the sum rather than with what was bought. */
    boolean summary() {
        return total() > 0
                || subtotal()
                || paid()
                || change()
                || (summing() && (names(PARTS) || names(Set.of("rounding", "card_number", "tax_summary"))));
    }

    /** The head of a table of taxes, whose totals are no prices. */
    boolean taxTable() {
        if (!row.money().isEmpty()) {
            return false;
        }
        Set<String> all = row.labels().terms().stream()
                .flatMap(term -> term.concepts().stream())
                .collect(Collectors.toSet());
        Set<String> columns = new HashSet<>(all);
        columns.retainAll(TABLE);
        boolean taxed = all.contains("tax") || all.contains("tax_rate");
        return all.contains("tax_summary") || (taxed && columns.size() > (all.contains("total") ? 2 : 1));
    }

    /** How much speaks for a date in this row to be the receipt's. */
    int date() {
        Set<String> dates = row.labels().beside(ValueType.DATE);
        int score = Collections.disjoint(dates, OWN_DATE) ? dates.contains("date") ? 2 : 0 : 3;
        score += Times.first(row.text()) != null ? 1 : 0;
        return score - (Collections.disjoint(dates, OTHER_DATE) ? 0 : 3);
    }

    private boolean names(Set<String> any) {
        return !Collections.disjoint(concepts, any);
    }

    /** Most of the row is about summing up, or it begins with a total. */
    private boolean summing() {
        return row.labels().share(ValueType.AMOUNT, SUMMING) >= MOST
                || row.labels().terms().stream().anyMatch(term -> term.from() == 0 && due(term));
    }

    private static boolean due(Labels.Term term) {
        return !Collections.disjoint(term.beside(ValueType.AMOUNT), DUE);
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }
}
