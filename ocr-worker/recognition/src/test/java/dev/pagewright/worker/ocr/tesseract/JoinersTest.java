package dev.pagewright.worker.ocr.tesseract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JoinersTest {

    @Test
    void aChilluIsOneLetter() {
        assertThat(Joiners.settled("\u0D0F\u0D2A\u0D4D\u0D30\u0D3F\u0D32\u0D4D\u200D"))
                .isEqualTo("\u0D0F\u0D2A\u0D4D\u0D30\u0D3F\u0D7D");
    }

    @Test
    void aNonJoinerAtTheEndOfAWordGoesAndOneWithinItStays() {
        assertThat(Joiners.settled("\u0BAE\u0BBE\u0BB0\u0BCD\u0B9A\u0BCD\u200C"))
                .isEqualTo("\u0BAE\u0BBE\u0BB0\u0BCD\u0B9A\u0BCD");
        assertThat(Joiners.settled("\u0633\u0647\u200C\u0634\u0646\u0628\u0647"))
                .isEqualTo("\u0633\u0647\u200C\u0634\u0646\u0628\u0647");
    }
}
