package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.Page;
import dev.pagewright.document.testing.PageBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The API document's own example, asked in ten wordings and five languages of invoices of several makes. */
class InvoiceQuestionsTest {

    record Labels(String language, String due, String total, String net, String item, String number) {}

    private static final List<Labels> LABELS = List.of(
            new Labels("en", "Due date", "Total", "Net amount", "Rain gauge", "Invoice number"),
            new Labels("en", "Payment due", "Amount due", "Subtotal", "Rain gauge", "Invoice no."),
            new Labels("de", "Fällig am", "Gesamtbetrag", "Nettobetrag", "Regenmesser", "Rechnungsnummer"),
            new Labels("fr", "Date d'échéance", "Total TTC", "Sous-total", "Pluviomètre", "Facture n°"),
            new Labels("es", "Fecha de vencimiento", "Importe total", "Base imponible", "Pluviómetro", "Factura n.º"),
            new Labels("it", "Scadenza", "Totale", "Imponibile", "Pluviometro", "Fattura n."));

    private static final List<String> QUESTIONS = List.of(
            "What is the invoice total and due date?",
            "How much do I have to pay, and by when?",
            "total and due date",
            "When is the payment due and what is the total amount?",
            "What is the total amount and when is it due?",
            "How much is the invoice total and by when must it be paid?",
            "Wie hoch ist der Rechnungsbetrag und bis wann muss ich zahlen?",
            "Quel est le montant total et la date d'échéance ?",
            "¿Cuál es el importe total y la fecha de vencimiento?",
            "Qual è il totale e la data di scadenza?");

    static Stream<Arguments> invoices() {
        return LABELS.stream().flatMap(labels -> Stream.of(true, false)
                .flatMap(lines -> QUESTIONS.stream().map(question -> Arguments.of(labels, lines, question))));
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void both_are_told_with_their_page(Labels labels, boolean lines, String question) {
        Asked invoice = invoice(labels, lines);

        Answer answer = new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(invoice.index(), invoice.shown(), question, List.of(), Answering.TokenSink.NONE);

        assertThat(answer.content()).contains("215.00").contains("2026-03-05").doesNotContain("180.67");
        assertThat(answer.citations()).allMatch(citation -> citation.page() == 1);
    }

    /** @param lines whether the values stand in lines with colons, rather than in tables */
    private static Asked invoice(Labels labels, boolean lines) {
        PageBuilder page = new PageBuilder(0).language(labels.language).heading(1, "Brightwater Instruments Ltd");
        List<List<String>> sums = List.of(
                List.of(labels.net, "180.67 USD"), List.of("20 %", "34.33 USD"), List.of(labels.total, "215.00 USD"));
        List<List<String>> items = List.of(
                List.of("", "No", "USD", "USD"),
                List.of(labels.item, "3", "50.00", "150.00"),
                List.of("XK-7", "1", "30.67", "30.67"));
        if (lines) {
            page.paragraph(labels.number + ": INV-2026-17")
                    .paragraph(labels.due + ": 2026-03-05")
                    .table(true, items);
            sums.forEach(sum -> page.paragraph(sum.getFirst() + ": " + sum.getLast()));
        } else {
            List<List<String>> head = new ArrayList<>();
            head.add(List.of(labels.number, "INV-2026-17"));
            head.add(List.of(labels.due, "2026-03-05"));
            page.table(false, head).table(true, items).table(false, sums);
        }
        List<Page> pages = List.of(page.build());
        return Asked.of(labels.language, pages);
    }
}
