package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask of the papers of a household. */
class EverydayAnswersTest {

    private final Asked statement = Asked.of(
            "en",
            List.of(
                    new PageBuilder(0)
                            .heading(1, "Northfold Savings Bank")
                            .table(
                                    true,
                                    List.of(
                                            List.of("Date", "Description", "Money out", "Balance"),
                                            List.of("03 May", "Cash withdrawal HARBOUR", "40.00", "960.00"),
                                            List.of("09 May", "Card TANNERY SHOES", "89.50", "870.50")))
                            .build(),
                    new PageBuilder(1)
                            .heading(2, "Second sheet")
                            .table(
                                    true,
                                    List.of(
                                            List.of("Date", "Description", "Money out", "Balance"),
                                            List.of("17 May", "Cash withdrawal STATION", "60.50", "810.00"),
                                            List.of("23 May", "Card OAK GROCERY", "12.10", "797.90")))
                            .paragraph("Lost your card? Call 0800 555 0199 at once.")
                            .build()));

    private final Asked report = Asked.of(
            "en",
            List.of(new PageBuilder(0)
                    .heading(1, "Hill School")
                    .table(
                            true,
                            List.of(
                                    List.of("Subject", "Teacher", "Grade"),
                                    List.of("Mathematics", "Mr Ashby", "B+"),
                                    List.of("History", "Ms Clay", "C")))
                    .paragraph("Days absent: 4 Times late: 2")
                    .build()));

    @ParameterizedTest
    @CsvSource({
        "What grade did he get in maths?, B+",
        "Who teaches him history?, Ms Clay",
        "How many days was he absent?, 4",
        "Welche Note hat er in Mathe?, B+",
        "Quelle note a-t-il en histoire ?, C",
        "grade in matematics, B+"
    })
    void a_field_is_found_by_its_row_and_column(String question, String value) {
        assertThat(ask(report, question).content()).contains(value);
    }

    @Test
    void a_follow_up_takes_over_what_it_leaves_out() {
        assertThat(ask(report, "and in History?", "What grade did he get in maths?")
                        .content())
                .contains("History")
                .contains("C")
                .doesNotContain("B+");
    }

    @Test
    void rows_are_added_up_and_each_is_cited() {
        Answer answer = ask(statement, "How much cash did I withdraw altogether?");

        assertThat(answer.content()).startsWith("100.50").contains("40.00 + 60.50");
        assertThat(answer.citations()).extracting(citation -> citation.page()).containsExactly(1, 2);
    }

    @Test
    void the_largest_figure_of_a_column_is_found_over_pages() {
        assertThat(ask(statement, "What was the largest withdrawal?").content()).contains("89.50");
        assertThat(ask(statement, "What was the smallest withdrawal?").content())
                .contains("12.10");
    }

    @Test
    void a_value_whose_form_tells_what_it_is_needs_no_label() {
        assertThat(ask(statement, "phone number").content()).contains("0800 555 0199");
    }

    @ParameterizedTest
    @CsvSource({"What is on page 2?, 2, OAK GROCERY", "Summarise page 1, 1, Northfold"})
    void a_page_is_told_by_what_stands_on_it(String question, int page, String words) {
        Answer answer = ask(statement, question);

        assertThat(answer.content()).contains(words);
        assertThat(answer.citations()).isNotEmpty().allMatch(citation -> citation.page() == page);
    }

    @ParameterizedTest
    @CsvSource({"How many entries are there?, 4", "How many times did I withdraw cash?, 2"})
    void rows_that_are_all_there_are_counted_and_each_is_cited(String question, int count) {
        Answer answer = ask(statement, question);

        assertThat(answer.content()).startsWith(count + " (");
        assertThat(answer.citations()).hasSize(count);
    }

    @Test
    void a_page_that_is_not_there_is_refused() {
        assertThat(ask(statement, "What is on page 12?").grounded()).isFalse();
    }

    @Test
    void a_document_is_told_by_its_beginning() {
        assertThat(ask(report, "What is this document?").content()).contains("Hill School");
    }

    @Test
    void a_very_long_message_is_cut_to_what_it_asks() {
        String story = "I have been moving house and everything lies in boxes, you know how that is. ".repeat(75);

        assertThat(ask(report, story + "What grade did he get in maths?").content())
                .contains("B+");
    }

    @ParameterizedTest
    @CsvSource({
        "Wie hoch ist die Miete für die Garage?, Das steht nicht im Dokument.",
        "Quel est le prix du parking ?, Le document ne le dit pas.",
        "¿Cuál es el teléfono del abogado?, El documento no lo dice.",
        "Qual è il nome del notaio?, Il documento non lo dice.",
        "Ile kosztuje bilet do kina?, Dokument tego nie podaje.",
        "Сколько стоит билет в театр?, В документе об этом не сказано.",
        "كم سعر تذكرة القطار؟, لا يذكر المستند ذلك.",
        "护照号码是多少？, 文档中没有说明。"
    })
    void what_is_not_said_is_refused_in_the_questions_language(String question, String refusal) {
        Answer answer = ask(report, question);

        assertThat(answer.content()).isEqualTo(refusal);
        assertThat(answer.citations()).isEmpty();
    }

    private static Answer ask(Asked document, String question, String... before) {
        return new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(document.index(), document.shown(), question, List.of(before), Answering.TokenSink.NONE);
    }
}
