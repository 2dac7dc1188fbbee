package dev.pagewright.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    @ParameterizedTest
    @CsvSource({
        "weight, 7.8 kg",
        "weight, 7.8kg",
        "weight, 12 KILOGRAMM",
        "depth, 135 cm",
        "height, 2 metres",
        "area, 640 m²",
        "temperature, 21 °C",
        "weight, 800克"
    })
    void a_figure_with_a_unit_states_what_has_such_units(String concept, String text) {
        assertThat(Lexicon.measured(concept, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "weight, 138 cm",
        "weight, 86.92 €",
        "depth, 3 kg",
        "area, 5 m",
        "weight, kg 7",
        "colour, 3 kg",
        "weight, 3 gates"
    })
    void another_unit_does_not(String concept, String text) {
        assertThat(Lexicon.measured(concept, text)).isFalse();
    }

    @Test
    void what_questions_alone_say_is_no_label() {
        for (String language : Lexicon.LANGUAGES) {
            Lexicon.labels(language).forEach((concept, labels) -> {
                List<String> all = Lexicon.of(language).getOrDefault(concept, List.of());
                assertThat(all).as(language + " " + concept).containsAll(labels);
                assertThat(all).as(language + " " + concept).noneMatch(term -> term.startsWith("?"));
            });
        }
        assertThat(Lexicon.of("es").get("due_date")).contains("antes de qué fecha");
        assertThat(Lexicon.labels("es").get("due_date")).contains("vencimiento").doesNotContain("antes de qué fecha");
    }
}
