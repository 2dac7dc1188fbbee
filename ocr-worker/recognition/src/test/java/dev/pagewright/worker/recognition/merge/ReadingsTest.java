package dev.pagewright.worker.recognition.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {

    @ParameterizedTest
    @CsvSource({"新しい橋は川を渡り,true", "合同编号A2024总金额元整,true", "총액은 열두 원입니다,false", "Invoice 2024 (発票),false", "'',false"})
    void chineseAndJapaneseAreToldByMostOfTheirLetters(String text, boolean ideographic) {
        var box = new BoundingBox(0, 0, 100, 10);
        var word = new Word(text, box, 1);
        var line = new Line(text, box, 1, Engine.PP_OCR, TextStyle.UNKNOWN, 0, List.of(word));

        assertThat(Readings.ideographic(List.of(line))).isEqualTo(ideographic);
    }
}
