package dev.pagewright.export.csv;

import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.Notes;
import dev.pagewright.export.format.ExportSource;
import dev.pagewright.export.format.Pages;
import dev.pagewright.export.receipt.Receipt;
import dev.pagewright.export.receipt.ReceiptReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Receipts as one table: a row each for merchant, date, the lines and the total, empty where the receipt does not tell;
 * time, subtotal, taxes, what was paid and given back, and the card's last digits where it does. Each page is a receipt, a
 * blank line between two.
 */
final class ReceiptTable {

    private static final List<String> HEADER = List.of("field", "text", "quantity", "amount", "currency");

    private ReceiptTable() {}

    static void write(ExportSource source, CsvWriter csv) throws IOException {
        csv.row(HEADER);
        boolean first = true;
        try (Pages pages = source.pages()) {
            while (pages.hasNext()) {
                if (!first) {
                    csv.blankLine();
                }
                first = false;
                switch (pages.next()) {
                    case PageResult.Failed failed -> csv.row(List.of("note", Notes.unread(failed), "", "", ""));
                    case PageResult.Read read -> receipt(ReceiptReader.read(read.page()), csv);
                }
            }
        }
    }

    private static void receipt(Receipt receipt, CsvWriter csv) throws IOException {
        String currency = Objects.requireNonNullElse(receipt.currency(), "");
        csv.row(text("merchant", receipt.merchant()));
        csv.row(text("date", receipt.date()));
        if (receipt.time() != null) {
            csv.row(text("time", receipt.time()));
        }
        for (Receipt.Item item : receipt.items()) {
            csv.row(List.of("item", item.description(), plain(item.quantity()), plain(item.amount()), currency));
        }
        Receipt.Sums sums = receipt.sums();
        amount("subtotal", "", sums.subtotal(), currency, csv);
        for (Receipt.Tax tax : sums.taxes()) {
            amount("tax", tax.rate() == null ? "" : plain(tax.rate()) + "%", tax.amount(), currency, csv);
        }
        csv.row(List.of("total", "", "", plain(sums.total()), currency));
        amount("paid", "", sums.paid(), currency, csv);
        amount("change", "", sums.change(), currency, csv);
        if (sums.card() != null) {
            csv.row(text("card", sums.card()));
        }
    }

    private static List<String> text(String field, @Nullable Object value) {
        return List.of(field, value == null ? "" : value.toString(), "", "", "");
    }

    /** No row where the receipt does not tell. */
    private static void amount(String field, String text, @Nullable BigDecimal amount, String currency, CsvWriter csv)
            throws IOException {
        if (amount != null) {
            csv.row(List.of(field, text, "", plain(amount), currency));
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
