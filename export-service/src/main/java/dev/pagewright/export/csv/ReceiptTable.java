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
 * Receipts as one table: a row each for merchant, date, the lines and the total; what the receipt does not tell is
 * empty. Each page is a receipt, a blank line between two.
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
        csv.row(List.of("merchant", Objects.requireNonNullElse(receipt.merchant(), ""), "", "", ""));
        csv.row(List.of("date", receipt.date() == null ? "" : receipt.date().toString(), "", "", ""));
        for (Receipt.Item item : receipt.items()) {
            csv.row(List.of("item", item.description(), plain(item.quantity()), plain(item.amount()), currency));
        }
        csv.row(List.of("total", "", "", plain(receipt.total()), currency));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
