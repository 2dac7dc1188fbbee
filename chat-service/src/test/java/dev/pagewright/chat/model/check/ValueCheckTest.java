package dev.pagewright.chat.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.chat.retrieval.TextAnalysis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6,528 | It was 6528 in that year. | en | true",
                "(1,234) | A loss of 1,234 was made. | en | true",
                "3 May 2024 | It is due on May 3, 2024. | en | true",
                "Larkspur & Finch Ltd | Larkspur & Finch sent it. | en | true",
                "blue | The car is blue. | en | true",
                "12,50 € | Es kostet 12,50 Euro. | de | true",
                "zwei Monate zum Monatsende | Die Frist beträgt zwei Monate. | de | true",
                "responsable du rayon jeunesse | Elle était responsable du rayon jeunesse. | fr | true",
                "两个月 | 通知期为两个月。 | zh | true",
                "6,528 | It was 6,582 in that year. | en | false",
                "3 May 2024 | It is due in May. | en | false",
                "Larkspur & Finch Ltd | Hollowbrook Tea Company sent it. | en | false",
                "blue | The car is green. | en | false",
                "12,50 € | Es kostet 125,00 Euro. | de | false",
                "zwei Monate zum Monatsende | Die Frist beträgt ein Jahr. | de | false",
                "两个月 | 租金为三千元。 | zh | false"
            })
    void sees_a_value_where_the_text_says_it_and_nowhere_else(
            String value, String text, String language, boolean said) {
        assertThat(ValueCheck.says(text, value, TextAnalysis.of(language), false))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repeat the test in 4 weeks | Conviene repetir la prueba en 4 semanas. | true",
                "repeat the test in 4 weeks | Conviene repetir la prueba en 6 semanas. | false"
            })
    void holds_a_translation_against_figures_alone(String value, String text, boolean said) {
        assertThat(ValueCheck.says(text, value, TextAnalysis.of("en"), true)).isEqualTo(said);
    }
}
