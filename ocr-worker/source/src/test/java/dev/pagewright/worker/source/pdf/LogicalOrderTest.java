package dev.pagewright.worker.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Words are given as they are seen, from left to right. Hebrew letters: alef, bet, gimel, dalet. */
class LogicalOrderTest {

    @Test
    void leavesLeftToRightAlone() {
        assertThat(logical("one", "(two)", "3")).isEqualTo("one (two) 3");
    }

    @Test
    void readsRightToLeftFromTheRight() {
        // seen: DGBA -> "ba" at the right is read first
        assertThat(logical("\u05D3\u05D2", "\u05D1\u05D0")).isEqualTo("\u05D0\u05D1 \u05D2\u05D3");
    }

    @Test
    void keepsNumbersAndLatinWordsInARightToLeftLine() {
        assertThat(logical("\u05D1\u05D0", "12.5", "a", "b", "\u05D3\u05D2"))
                .isEqualTo("\u05D2\u05D3 a b 12.5 \u05D0\u05D1");
    }

    @Test
    void turnsARightToLeftPhraseInALeftToRightLine() {
        assertThat(logical("the", "words", "\u05D1\u05D0", "\u05D3\u05D2", "mean", "little"))
                .isEqualTo("the words \u05D2\u05D3 \u05D0\u05D1 mean little");
    }

    @Test
    void mirrorsBracketsAndKeepsLigaturesTogether() {
        List<Spot> seen = spots("(", "\u0644\u0627", "\u0628", ")");
        assertThat(joined(LogicalOrder.of(List.of(seen)))).isEqualTo("(\u0628\u0644\u0627)");
    }

    private static String logical(String... words) {
        List<List<Spot>> seen = new ArrayList<>();
        for (String word : words) {
            seen.add(spots(word.split("")));
        }
        return joined(LogicalOrder.of(seen));
    }

    private static List<Spot> spots(String... letters) {
        var facts = new FontFacts(0.7, 0.2, 1, false, false, false);
        var ground = new Ground(false, false, false, 0);
        List<Spot> spots = new ArrayList<>();
        for (String letter : letters) {
            double at = 6.0 * spots.size();
            var glyph = new Glyph(letter, at, 0, 1, 0, 6, 10, facts, ground, false, false, false);
            spots.add(new Spot(glyph, at, at + 6, 0));
        }
        return spots;
    }

    private static String joined(List<List<Spot>> words) {
        return words.stream()
                .map(word -> word.stream().map(Spot::text).collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
