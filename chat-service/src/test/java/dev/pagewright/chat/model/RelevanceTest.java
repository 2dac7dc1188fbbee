package dev.pagewright.chat.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.answer.Answering;
import dev.pagewright.chat.answer.ExtractiveAnswering;
import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model makes of a question that the document's own words leave open; every statement here is true of its line. */
class RelevanceTest {

    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The roof was renovated on 23 December 2015. | What is the price of the roof? "
                        + "| The roof was renovated on 23 December 2015.",
                "en | The roof was renovated on 23 December 2015. | How much did the roof cost? | It cost 23.",
                "en | The key box hangs beside the door. | How much did the key box cost? "
                        + "| It hangs beside the door.",
                "en | The key box hangs beside the door. | What colour is the key box? | The colour is the key box.",
                "en | The train to Burgos stops at noon. | Who drives the train to Burgos? "
                        + "| The train to Burgos drives the train to Burgos.",
                "de | Das Dach wurde am 23. Dezember 2015 erneuert. | Was kostet das Dach? "
                        + "| Das Dach wurde am 23. Dezember 2015 erneuert.",
                "fr | Le toit a été rénové le 23 décembre 2015. | Combien coûte le toit ? "
                        + "| Le toit a été rénové le 23 décembre 2015.",
            })
    void refuses_what_is_true_and_no_answer(String language, String line, String question, String said) {
        Answer answer = ask(language, line, question, said + " [1]");

        assertThat(asked).hasPositiveValue();
        assertThat(answer.grounded()).as(answer.content()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The train to Leeds leaves at 9:52. | When does the train to Burgos leave? | At 9:52.",
                "it | Il treno per Bari parte alle 9:52. | Quando parte il treno per Lecce? | Parte alle 9:52.",
                "fr | Le train de Lille part à 9:52. | Quand part le train de Burgos ? | Le train part à 9:52.",
                "es | El tren a Burgos sale a las 9:52. | ¿Cuándo sale el tren a Lugo? | El tren sale a las 9:52.",
            })
    void asks_no_model_of_a_name_that_stands_nowhere(String language, String line, String question, String said) {
        Answer answer = ask(language, line, question, said + " [1]");

        assertThat(asked).hasValue(0);
        assertThat(answer.grounded()).as(answer.content()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Mr Olsen mends the pump of the garden well on 23 March 2018. "
                        + "| When is the pump of the well repaired? | On 23 March 2018.",
                "de | Herr Olsen kehrt den Kamin des Hauses am 23. März 2018. "
                        + "| Wann wird der Kamin des Hauses gereinigt? | Am 23. März 2018.",
            })
    void keeps_what_answers_in_other_words(String language, String line, String question, String said) {
        Answer answer = ask(language, line, question, said + " [1]");

        assertThat(asked).hasValue(1);
        assertThat(answer.by()).isEqualTo(Answer.By.MODEL);
        assertThat(answer.content()).startsWith(said);
    }

    private Answer ask(String language, String line, String question, String says) {
        Asked document =
                Asked.of(language, List.of(new PageBuilder(0).paragraph(line).build()));
        Completion model = (rules, prompt, tokens) -> {
            asked.incrementAndGet();
            return says;
        };
        return new ModelAnswering(model, ExtractiveAnswering.CALIBRATED)
                .answer(document.index(), document.shown(), question, List.of(), Answering.TokenSink.NONE);
    }
}
