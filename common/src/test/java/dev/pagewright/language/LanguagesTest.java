package dev.pagewright.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN, en",
        "eng, en",
        "ch, zh",
        "zh-CN, zh",
        "zh_Hant, zh-Hant",
        "chi_tra, zh-Hant",
        "zh-TW, zh-Hant",
        "ger, de",
        "deu, de",
        "de-AT, de",
        "frk, de-Latf",
        "Fraktur, de-Latf",
        "jpn, ja",
        "japan, ja",
        "nb, no",
        "srp_latn, sr-Latn",
        "sr-Cyrl, sr",
        "tl, fil",
        "script/Latin, und-Latn",
        "fre, fr",
        "iw, he",
        "pt-BR, pt",
        "en-US, en",
        "kur, ku"
    })
    void findsALanguageByEverySpelling(String spelling, String code) {
        assertThat(Languages.find(spelling)).map(Language::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"xx", "english-language", "''", "e", "de-Xxxx", "auto"})
    void knowsWhatIsNoLanguage(String spelling) {
        assertThat(Languages.find(spelling)).isEmpty();
    }

    @Test
    void coversOverAHundredLanguagesEachWithItsOwnCodeAndData() {
        var languages = Languages.all();

        assertThat(languages.stream().filter(language -> !language.code().startsWith("und-")))
                .hasSizeGreaterThan(100);
        assertThat(languages).extracting(Language::code).doesNotHaveDuplicates();
        assertThat(languages).extracting(Language::data).doesNotHaveDuplicates();
        assertThat(languages).allSatisfy(language -> {
            assertThat(Languages.find(language.code())).contains(language);
            assertThat(Languages.ofData(language.data())).contains(language);
        });
    }

    @Test
    void readsVerticalDataAsItsLanguage() {
        assertThat(Languages.ofData("jpn_vert")).map(Language::code).contains("ja");
    }

    @ParameterizedTest
    @CsvSource({"en+de, en de", "eng+deu+eng, en de", "ch, zh"})
    void takesSeveralLanguages(String field, String codes) {
        assertThat(LanguageField.parse(field).orElseThrow().languages())
                .extracting(Language::code)
                .containsExactly(codes.split(" "));
    }

    @Test
    void takesAuto() {
        assertThat(LanguageField.parse("auto")).map(LanguageField::auto).contains(true);
    }

    @ParameterizedTest
    @CsvSource({"en+", "+", "en;de", "en+auto", "af+am+ar+as+az+be+bn+bo+bs"})
    void refusesWhatIsNoList(String field) {
        assertThat(LanguageField.parse(field)).isEmpty();
    }
}
