package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.chat.testing.SampleReports;
import dev.pagewright.document.Page;
import dev.pagewright.document.testing.PageBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveAnsweringTest {

    private final Asked report = Asked.of("en", SampleReports.annualReport());

    @Test
    void a_line_that_does_not_stand_in_the_document_has_no_page() {
        Answer answer =
                ask("On which page does this line stand: All plants run on solar power from the northern region");

        assertThat(answer.grounded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How much did the wedding cost?",
                "Which airline carried the most passengers?",
                "What is the salary of the goalkeeper?"
            })
    void what_is_asked_of_things_that_stand_nowhere_is_refused(String question) {
        assertThat(ask(question).grounded()).isFalse();
    }

    @Test
    void a_word_of_the_questioners_own_refuses_nothing() {
        assertThat(ask("What was the gross margin attained in 2023?").content()).contains("6,528");
    }

    @Test
    void a_line_that_stands_in_the_document_has_its_page() {
        Answer answer = ask("On which page does this line stand: All plants run on hydroelectric power since March.");

        assertThat(answer.citations().getFirst().page()).isEqualTo(3);
    }

    @Test
    void a_question_after_a_colon_is_no_quotation() {
        Answer answer = ask("Please tell me one thing: how many employees does Brightwater Instruments have?");

        assertThat(answer.content()).contains("412 employees");
    }

    @Test
    void a_name_in_the_question_is_what_its_possessive_points_to() {
        Answer answer = ask("How does Brightwater power its plants?", "What were net sales and gross margin in 2023?");

        assertThat(answer.content()).contains("hydroelectric").doesNotContain("6,528");
    }

    @Test
    void a_name_on_the_first_page_is_not_always_the_documents_own() {
        List<Page> pages = new ArrayList<>();
        List<String> places = List.of("Norvik", "Halstead", "Ostburg", "Kelmoor", "Lindford", "Torby");
        for (int i = 0; i < places.size(); i++) {
            pages.add(new PageBuilder(i)
                    .paragraph("The weir at %s was rebuilt for %d,850 euros.".formatted(places.get(i), 200 + i))
                    .paragraph("How much a weir costs depends on its width and on the ground below it.")
                    .build());
        }

        Answer answer = ask(Asked.of("en", pages), "How much did it cost to rebuild the weir at Norvik?");

        assertThat(answer.content()).contains("200,850");
        assertThat(answer.citations().getFirst().page()).isEqualTo(1);
    }

    @Test
    void a_table_of_contents_answers_nothing() {
        Asked filing = Asked.of("en", SampleReports.filing());

        Answer answer = ask(filing, "What legal proceedings were mentioned?");

        assertThat(answer.citations().getFirst().page()).isEqualTo(7);
        assertThat(answer.citations()).noneMatch(citation -> citation.page() == 1);
    }

    @Test
    void a_table_of_contents_tells_pages() {
        Asked filing = Asked.of("en", SampleReports.filing());

        Answer answer = ask(filing, "On which page are the legal proceedings?");

        assertThat(answer.citations()).anyMatch(citation -> citation.page() == 1);
    }

    private Answer ask(String question, String... before) {
        return ask(report, question, before);
    }

    private static Answer ask(Asked document, String question, String... before) {
        return new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(document.index(), document.shown(), question, List.of(before), Answering.TokenSink.NONE);
    }
}
