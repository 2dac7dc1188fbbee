package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.Page;
import dev.pagewright.document.testing.PageBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of a page with one value of a kind, words that it does not say ask for that value; of two such values they ask for neither, and a word that means something else asks for
 * something else.
 */
class LoneValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The bus of the choir leaves Fennel Street at 14:40.|What time do I have to be there?|14:40",
                "de|Der Bus des Chores fährt um 14:40 Uhr am Hirtenweg ab.|Um wie viel Uhr muss ich da sein?|14:40",
                "fr|Le car de la chorale quitte la rue du Puits à 14:40.|Je dois être là à quelle heure ?|14:40",
                "es|El autocar del coro sale de la plaza Mayor a las 14:40.|¿A qué hora tengo que estar?|14:40",
                "it|Il pullman del coro lascia via Roma alle 14:40.|A che ora devo essere lì?|14:40",
            })
    void the_one_value_answers(String language, String line, String question, String value) {
        assertThat(ask(language, question, line)).contains(value);
    }

    @Test
    void of_two_values_neither_answers() {
        assertThat(ask(
                        "en",
                        "What time do I have to be there?",
                        "The bus of the choir leaves Fennel Street at 14:40.",
                        "The bakery in Fennel Street shuts at 17:15."))
                .doesNotContain("14:40", "17:15");
    }

    @Test
    void a_value_of_another_kind_does_not_answer() {
        assertThat(ask("en", "How much is the ticket?", "The bus of the choir leaves Fennel Street at 14:40."))
                .doesNotContain("14:40");
    }

    @Test
    void the_one_amount_answers() {
        assertThat(ask(
                        "en",
                        "How much do they want from me?",
                        "Wilbur's has tuned the harp. 85.00 EUR by the end of May."))
                .contains("85.00");
    }

    @Test
    void of_two_amounts_that_begin_alike_neither_answers() {
        assertThat(ask(
                        "en",
                        "How much do they want from me?",
                        "Wilbur's has tuned the harp. € 85.00",
                        "Strings are € 84.00"))
                .doesNotContain("85.00", "84.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How much is the deposit?",
                "How much is the harp stand of Mrs Vandermeer?",
                "How much is the rehearsal?",
            })
    void a_word_that_means_something_else_asks_for_another_value(String question) {
        assertThat(ask("en", question, "Harp tuning 85.00 EUR", "The rehearsal is in the hall of the school."))
                .doesNotContain("85.00");
    }

    private static String ask(String language, String question, String... lines) {
        var builder = new PageBuilder(0);
        List.of(lines).forEach(builder::paragraph);
        Page page = builder.build();
        Asked document = Asked.of(language, List.of(page));
        return new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(document.index(), document.shown(), question, List.of(), Answering.TokenSink.NONE)
                .content();
    }
}
