package dev.pagewright.chat.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the total?|en",
                "Where was he born?|en",
                "Wer ist das?|de",
                "Wie heißt sie?|de",
                "Wo wohnt er?|de",
                "Qui a signé ?|fr",
                "Où est-il né ?|fr",
                "¿Quién lo firmó?|es",
                "¿Dónde vive ella?|es",
                "Chi ha firmato?|it",
                "Quanto costa il vino?|it",
                "Quem assinou isto?|pt",
                "Onde fica a loja?|pt",
                "Wie is dat?|nl",
                "Hoeveel kost het?|nl",
                "Kto to podpisał?|pl",
                "Ile to kosztuje?|pl",
                "Кто это подписал?|ru",
                "من وقع العقد؟|ar",
                "谁签了合同？|zh",
                "誰が署名しましたか？|ja",
                "누가 서명했습니까?|ko"
            })
    void three_words_are_enough_whatever_language_is_expected(String text, String language) {
        assertThat(LanguageDetector.of(text, "en")).isEqualTo(language);
        assertThat(LanguageDetector.of(text, "de")).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"TSH?, de, de", "IBAN, fr, fr", "2025, pl, pl"})
    void what_no_language_owns_is_of_the_expected_one(String text, String expected, String language) {
        assertThat(LanguageDetector.of(text, expected)).isEqualTo(language);
    }
}
