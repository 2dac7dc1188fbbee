package dev.pagewright.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.testing.Asked;
import dev.pagewright.document.testing.PageBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a document says of a thing is no answer to what else is asked of that thing. */
class AttributeTest {

    /**
     * @param lines what the document says, each a label with its value
     * @param answered questions with the value that answers, parted by {@code =}
     * @param refused questions about the same things that nothing answers
     */
    private record Said(String language, List<String> lines, List<String> answered, List<String> refused) {}

    private static final List<Said> ALL = List.of(
            new Said(
                    "en",
                    List.of("Pond depth: 135 cm", "Key box code: P3-743", "Roof renewed: 21.08.2023"),
                    List.of("How deep is the pond?=135 cm", "key box code?=P3-743", "When was the roof renewed?=21.08"),
                    List.of(
                            "How heavy is the pond?",
                            "What colour is the key box?",
                            "How heavy is the key box?",
                            "What colour is the roof?")),
            new Said(
                    "de",
                    List.of("Teichtiefe: 135 cm", "Code der Schlüsselbox: P3-743", "Dach erneuert: 21.08.2023"),
                    List.of(
                            "Wie tief ist der Teich?=135 cm",
                            "Tiefe des Teichs=135 cm",
                            "Datum der letzten Dacherneuerung=21.08",
                            "Welchen Code hat die Schlüsselbox?=P3-743"),
                    List.of("Wie schwer ist der Teich?", "Welche Farbe hat das Dach?", "Wie schwer ist das Dach?")),
            new Said(
                    "fr",
                    List.of("Profondeur de l'étang: 135 cm", "Toiture refaite: 21.08.2023"),
                    List.of(
                            "Quelle est la profondeur de l'étang ?=135 cm",
                            "Quand la toiture a-t-elle été refaite ?=21.08"),
                    List.of("Combien pèse l'étang ?", "De quelle couleur est l'étang ?", "Combien pèse la toiture ?")),
            new Said(
                    "es",
                    List.of("Profundidad del estanque: 135 cm", "Tejado renovado: 21.08.2023"),
                    List.of("¿Qué profundidad tiene el estanque?=135 cm", "¿Cuándo se renovó el tejado?=21.08"),
                    List.of("¿Cuánto pesa el estanque?", "¿De qué color es el tejado?")),
            new Said(
                    "it",
                    List.of("Profondità dello stagno: 135 cm", "Tetto rifatto: 21.08.2023"),
                    List.of("Quanto è profondo lo stagno?=135 cm", "Quando è stato rifatto il tetto?=21.08"),
                    List.of("Quanto pesa lo stagno?", "Di che colore è il tetto?")));

    @Test
    void what_is_said_is_told() {
        List<String> wrong = new ArrayList<>();
        for (Said said : ALL) {
            for (String question : said.answered) {
                String[] parts = question.split("=", -1);
                Answer answer = ask(said, parts[0]);
                if (!answer.content().contains(parts[1])) {
                    wrong.add(parts[0] + " " + answer.content());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_not_said_of_it_is_refused() {
        List<String> wrong = new ArrayList<>();
        for (Said said : ALL) {
            for (String question : said.refused) {
                Answer answer = ask(said, question);
                if (answer.grounded()) {
                    wrong.add(question + " " + answer.content());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void of_lines_that_say_as_much_the_one_with_a_value_of_the_kind_is_told() {
        Said lease = new Said(
                "en",
                List.of(
                        "The lease of the mill ends with the consent of both sides.",
                        "The lease of the mill ends on 30 June 2026.",
                        "The deposit for the hall is paid at the desk.",
                        "The deposit for the hall is 120.00 EUR."),
                List.of(),
                List.of());

        assertThat(ask(lease, "When does the lease of the mill end?").content())
                .startsWith("The lease of the mill ends on 30");
        assertThat(ask(lease, "How much is the deposit for the hall?").content())
                .startsWith("The deposit for the hall is 120");
    }

    @Test
    void yes_or_no_is_said_where_a_line_says_every_word_of_it() {
        Said hotel = new Said(
                "en",
                List.of(
                        "Breakfast: included in the price",
                        "Parking is not included in the price.",
                        "Payment method: cash",
                        "Booking No. 17 is confirmed."),
                List.of(),
                List.of());

        assertThat(ask(hotel, "Is breakfast included in the price?").content()).startsWith("Yes. ");
        assertThat(ask(hotel, "Is parking included in the price?").content()).startsWith("No. ");
        assertThat(ask(hotel, "Is booking 17 confirmed?").content()).startsWith("Yes. ");
        assertThat(ask(hotel, "Can I pay by card?").content())
                .doesNotStartWith("Yes")
                .doesNotStartWith("No.");
    }

    private static Answer ask(Said said, String question) {
        PageBuilder page = new PageBuilder(0).language(said.language).heading(1, "Willowbank");
        said.lines.forEach(page::paragraph);
        Asked asked = Asked.of(said.language, List.of(page.build()));
        return new ExtractiveAnswering(ExtractiveAnswering.CALIBRATED)
                .answer(asked.index(), asked.shown(), question, List.of(), Answering.TokenSink.NONE);
    }
}
