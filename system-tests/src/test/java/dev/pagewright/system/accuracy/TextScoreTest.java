package dev.pagewright.system.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextScoreTest {

    @Test
    void countsEditsACharacterOfTheTruth() {
        assertThat(TextScore.characterErrorRate("kitten", "sitting")).isEqualTo(3 / 6.0);
        assertThat(TextScore.characterErrorRate("one  line\n", "one line")).isZero();
        assertThat(TextScore.characterErrorRate("a", "far too much")).isEqualTo(1);
    }

    @Test
    void comparesWordsWhateverTheirOrder() {
        assertThat(TextScore.wordsF1("the cat, the dog", "dog the cat the")).isEqualTo(1);
        assertThat(TextScore.wordsF1("one two", "one three")).isEqualTo(0.5);
        assertThat(TextScore.wordsF1("", "")).isEqualTo(1);
    }
}
