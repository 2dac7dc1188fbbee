package dev.pagewright.worker.ocr.tesseract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ben", "asm", "pan", "hin", "Gurmukhi", "Devanagari", "eng+ben"})
    void joinTheLettersOfAWord(String data) {
        assertThat(Headlines.in(data)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eng", "chi_sim_vert", "guj", "tam", "eng+deu", "none"})
    void areMissingInOtherScripts(String data) {
        assertThat(Headlines.in(data)).isFalse();
    }
}
