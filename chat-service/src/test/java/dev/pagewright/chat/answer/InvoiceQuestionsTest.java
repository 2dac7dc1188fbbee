package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The API document's own example, in ten wordings of each of five languages, asked of ten invoices in those languages. */
class InvoiceQuestionsTest {

    /**
     * @param lines whether values stand in lines with colons, rather than in tables
     * @param currency as the invoice writes it behind figures
     */
    private record Invoice(
            String language,
            boolean lines,
            String number,
            String issued,
            String issuedOn,
            String due,
            String dueOn,
            String net,
            String netAmount,
            String total,
            String totalAmount,
            String currency) {

        Asked asked() {
            PageBuilder page = new PageBuilder(0).language(language).heading(1, "Brightwater Instruments Ltd");
            List<List<String>> head =
                    List.of(List.of(number, "INV-2026-17"), List.of(issued, issuedOn), List.of(due, dueOn));
            List<List<String>> sums = List.of(
                    List.of(net, netAmount + currency),
                    List.of("19 %", "34.33" + currency),
                    List.of(total, totalAmount + currency));
            List<List<String>> items = List.of(
                    List.of("", "No", "EUR", "EUR"),
                    List.of("XK-9", "3", "50.00", "150.00"),
                    List.of("XK-7", "1", "30.67", "30.67"));
            if (lines) {
                head.forEach(line -> page.paragraph(line.getFirst() + ": " + line.getLast()));
                page.table(true, items);
                sums.forEach(line -> page.paragraph(line.getFirst() + ": " + line.getLast()));
            } else {
                page.table(false, head).table(true, items).table(false, sums);
            }
            return Asked.of(language, List.of(page.build()));
        }
    }

    private static final List<Invoice> INVOICES = List.of(
            new Invoice(
                    "en",
                    true,
                    "Invoice number",
                    "Invoice date",
                    "2026-02-03",
                    "Due date",
                    "2026-03-05",
                    "Net amount",
                    "180.67",
                    "Total",
                    "215.00",
                    " USD"),
            new Invoice(
                    "en",
                    false,
                    "Invoice no.",
                    "Date",
                    "3 February 2026",
                    "Payment due",
                    "5 March 2026",
                    "Subtotal",
                    "1,180.67",
                    "Amount due",
                    "1,215.00",
                    " GBP"),
            new Invoice(
                    "de",
                    true,
                    "Rechnungsnummer",
                    "Rechnungsdatum",
                    "03.02.2026",
                    "Fällig am",
                    "05.03.2026",
                    "Nettobetrag",
                    "1.180,67",
                    "Gesamtbetrag",
                    "1.215,00",
                    " EUR"),
            new Invoice(
                    "de",
                    false,
                    "Rechnung Nr.",
                    "Datum",
                    "03.02.2026",
                    "Zahlbar bis",
                    "05.03.2026",
                    "Zwischensumme",
                    "180,67",
                    "Rechnungsbetrag",
                    "215,00",
                    " €"),
            new Invoice(
                    "fr",
                    true,
                    "Facture n°",
                    "Date de facture",
                    "03/02/2026",
                    "Date d'échéance",
                    "05/03/2026",
                    "Sous-total",
                    "180,67",
                    "Total TTC",
                    "215,00",
                    " €"),
            new Invoice(
                    "fr",
                    false,
                    "Facture n°",
                    "Date",
                    "3 février 2026",
                    "À payer avant le",
                    "5 mars 2026",
                    "Total HT",
                    "1 180,67",
                    "Net à payer",
                    "1 215,00",
                    " €"),
            new Invoice(
                    "es",
                    true,
                    "Factura n.º",
                    "Fecha de factura",
                    "03/02/2026",
                    "Fecha de vencimiento",
                    "05/03/2026",
                    "Base imponible",
                    "180,67",
                    "Importe total",
                    "215,00",
                    " €"),
            new Invoice(
                    "es",
                    false,
                    "Factura",
                    "Fecha",
                    "03/02/2026",
                    "Vencimiento",
                    "05/03/2026",
                    "Subtotal",
                    "1.180,67",
                    "Total a pagar",
                    "1.215,00",
                    " EUR"),
            new Invoice(
                    "it",
                    true,
                    "Fattura n.",
                    "Data fattura",
                    "03/02/2026",
                    "Scadenza",
                    "05/03/2026",
                    "Imponibile",
                    "180,67",
                    "Totale",
                    "215,00",
                    " €"),
            new Invoice(
                    "it",
                    false,
                    "Numero fattura",
                    "Data",
                    "03/02/2026",
                    "Data di scadenza",
                    "05/03/2026",
                    "Imponibile",
                    "1.180,67",
                    "Totale fattura",
                    "1.215,00",
                    " EUR"));

    @Test
    void both_are_told_with_their_page() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> questions = questions();
        for (Invoice invoice : INVOICES) {
            Asked asked = invoice.asked();
            for (String question : questions) {
                Answer answer = new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                        .answer(asked.index(), asked.shown(), question, List.of(), Answering.TokenSink.NONE);
                boolean right = answer.content().contains(invoice.totalAmount)
                        && answer.content().contains(invoice.dueOn)
                        && !answer.content().contains(invoice.netAmount + invoice.currency)
                        && answer.citations().stream().allMatch(citation -> citation.page() == 1);
                if (!right) {
                    wrong.add(invoice.due + "/" + invoice.total + " | " + question + " | " + answer.content());
                }
            }
        }

        assertThat(questions).hasSize(50);
        assertThat(wrong).isEmpty();
    }

    private static List<String> questions() throws IOException {
        try (InputStream file = InvoiceQuestionsTest.class.getResourceAsStream("/invoice-questions.txt")) {
            return new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }
}
