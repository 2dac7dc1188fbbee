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
                "6,528 | It was 6528 in that year. | en",
                "(1,234) | A loss of 1,234 was made. | en",
                "3 May 2024 | It is due on May 3, 2024. | en",
                "Larkspur & Finch Ltd | Larkspur & Finch sent it. | en",
                "blue | The car is blue. | en",
                "12,50 € | Es kostet 12,50 Euro. | de",
                "zwei Monate zum Monatsende | Die Frist beträgt zwei Monate. | de",
                "responsable du rayon jeunesse | Elle était responsable du rayon jeunesse. | fr",
                "两个月 | 通知期为两个月。 | zh"
            })
    void sees_a_value_in_a_text_that_says_it(String value, String text, String language) {
        assertThat(ValueCheck.says(text, value, TextAnalysis.of(language), false))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6,528 | It was 6,582 in that year. | en",
                "3 May 2024 | It is due in May. | en",
                "Larkspur & Finch Ltd | Hollowbrook Tea Company sent it. | en",
                "blue | The car is green. | en",
                "12,50 € | Es kostet 125,00 Euro. | de",
                "zwei Monate zum Monatsende | Die Frist beträgt ein Jahr. | de",
                "两个月 | 租金为三千元。 | zh"
            })
    void misses_a_value_in_a_text_that_says_another(String value, String text, String language) {
        assertThat(ValueCheck.says(text, value, TextAnalysis.of(language), false))
                .isFalse();
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
