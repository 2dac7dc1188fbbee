package dev.pagewright.worker.recognition.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineMergeTest {

    @Test
    void keepsTheBetterReadingOfEachLine() {
        List<Line> first = List.of(
                line(Engine.TESSERACT, 0, 0.95, "Total", "12.50"), line(Engine.TESSERACT, 40, 0.4, "Tharik", "ycu"));
        List<Line> second =
                List.of(line(Engine.PP_OCR, 2, 0.7, "Total", "12.5O"), line(Engine.PP_OCR, 42, 0.9, "Thank", "you"));

        assertThat(LineMerge.merge(first, second))
                .extracting(Line::text)
                .containsExactlyInAnyOrder("Total 12.50", "Thank you");
    }

    @Test
    void addsLinesThatOnlyOneSawWhereTheyCanBeBelieved() {
        List<Line> first = List.of(line(Engine.TESSERACT, 0, 0.9, "seen"), line(Engine.TESSERACT, 40, 0.2, "~.;"));
        List<Line> second = List.of(line(Engine.PP_OCR, 80, 0.9, "found"));

        assertThat(LineMerge.merge(first, second)).extracting(Line::text).containsExactlyInAnyOrder("seen", "found");
    }

    @Test
    void takesOneReadingOfAPlaceThatTheOtherCutInTwo() {
        List<Line> first = List.of(line(Engine.TESSERACT, 0, 0.7, "left", "part", "right", "part"));
        List<Line> second = List.of(
                placed(Engine.PP_OCR, 0, 0, 0.95, "left", "part"),
                placed(Engine.PP_OCR, 200, 0, 0.95, "right", "part"));

        assertThat(LineMerge.merge(first, second))
                .extracting(Line::engine)
                .containsExactly(Engine.PP_OCR, Engine.PP_OCR);
    }

    @Test
    void keepsLinesThatStandCloseTogetherApart() {
        List<Line> lines = List.of(line(Engine.TESSERACT, 0, 0.9, "one"), line(Engine.TESSERACT, 16, 0.9, "two"));

        assertThat(LineMerge.merge(lines, List.of())).hasSize(2);
    }

    private static Line line(Engine engine, double top, double confidence, String... words) {
        return placed(engine, 0, top, confidence, words);
    }

    private static Line placed(Engine engine, double left, double top, double confidence, String... texts) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            words.add(new Word(
                    texts[i], new BoundingBox(left + 100 * i, top, left + 100 * i + 80, top + 20), confidence));
        }
        return new Line(
                String.join(" ", texts),
                BoundingBox.hull(words.stream().map(Word::box).toList()),
                confidence,
                engine,
                TextStyle.UNKNOWN,
                0,
                words);
    }
}
