package dev.pagewright.worker.ocr.tesseract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpacedWordsTest {

    @Test
    void piecesOfAKoreanWordAreOneWord() {
        SpacedWords spaced = of("영수증을 가지고\n", "영", "수", "증", "을", "가지고");

        assertThat(spaced.text()).isEqualTo("영수증을 가지고");
        assertThat(texts(spaced)).containsExactly("영수증을", "가지고");
        assertThat(spaced.words().getFirst().box()).isEqualTo(new BoundingBox(0, 0, 38, 10));
        assertThat(spaced.words().getFirst().confidence()).isEqualTo((0.9 + 0.8 + 0.7 + 0.6) / 4, within(1e-9));
    }

    @Test
    void wordsOfAScriptWithoutBlanksStayWordsAndStandTogether() {
        SpacedWords spaced = of("新建的桥梁,横跨河流", "新建", "的", "桥梁", ",", "横跨", "河流");

        assertThat(spaced.text()).isEqualTo("新建的桥梁,横跨河流");
        assertThat(texts(spaced)).containsExactly("新建", "的", "桥梁", ",", "横跨", "河流");
    }

    @Test
    void blanksOfTheLineStay() {
        SpacedWords spaced = of("总金额 12,580.00 元", "总", "金额", "12,580.00", "元");

        assertThat(spaced.text()).isEqualTo("总金额 12,580.00 元");
    }

    @Test
    void wordsThatAreNotInTheLineAreSetApart() {
        SpacedWords spaced = of("something else", "one", "two");

        assertThat(spaced.text()).isEqualTo("one two");
        assertThat(texts(spaced)).containsExactly("one", "two");
    }

    private static SpacedWords of(String line, String... raw) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            words.add(new Word(raw[i], new BoundingBox(10 * i, 0, 10 * i + 8, 10), 0.9 - 0.1 * i));
        }
        return SpacedWords.of(words, List.of(raw), line);
    }

    private static List<String> texts(SpacedWords spaced) {
        return spaced.words().stream().map(Word::text).toList();
    }
}
