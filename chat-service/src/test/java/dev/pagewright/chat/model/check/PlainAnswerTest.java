package dev.pagewright.chat.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainAnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The **rent** is `845` [1]. | The rent is 845 [1].
            See [here](https://evil.example/x) [1]. | See here [1].
            It is 845 [1](https://evil.example). | It is 845 [1].
            ![a picture](https://evil.example/p.png) Rent 845 [1] | a picture Rent 845 [1]
            Rent <b onclick="x()">845</b> [1] | Rent 845 [1]
            Rent 845 [1] <script>alert(1)</script> | Rent 845 [1]
            Rent 845 [1] javascript:alert(1) | Rent 845 [1]
            <think>hm</think>Rent 845 [1] | Rent 845 [1]
            """)
    void leaves_the_words_alone(String answer, String plain) {
        assertThat(PlainAnswer.of(answer)).isEqualTo(plain);
    }
}
