package dev.pagewright.worker.ocr.tesseract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ben", "asm", "pan", "hin", "Gurmukhi", "Devanagari", "eng+ben"})
    void noRowIsRejectedAsDirtWhereAHeadlineJoinsTheLetters(String data) {
        assertThat(ScriptSettings.of(data)).containsOnly(java.util.Map.entry("textord_noise_rejrows", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chi_sim", "chi_tra_vert", "jpn", "kor", "Hangul", "tha", "lao", "khm", "mya", "eng+kor"})
    void blanksAreThoseOfThePageWhereADictionaryPartsWords(String data) {
        assertThat(ScriptSettings.of(data)).containsOnly(java.util.Map.entry("preserve_interword_spaces", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eng", "guj", "tam", "eng+deu", "none"})
    void othersAreReadAsTheyAre(String data) {
        assertThat(ScriptSettings.of(data)).isEmpty();
    }
}
