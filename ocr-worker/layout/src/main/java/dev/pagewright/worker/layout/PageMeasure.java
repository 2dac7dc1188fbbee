package dev.pagewright.worker.layout;

import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is typical of a page.
 *
 * @param bodySize type size of most letters
 * @param boldBody whether most letters are bold
 * @param hyphenated words with a hyphen that stand within lines, lower case
 */
record PageMeasure(double bodySize, boolean boldBody, boolean rightToLeft, Set<String> hyphenated) {

    static PageMeasure of(List<Line> lines) {
        long letters = 0;
        long bold = 0;
        long balance = 0;
        Set<String> hyphenated = new HashSet<>();
        List<Line> bySize = new ArrayList<>(lines);
        bySize.sort(Comparator.comparingDouble(TypeSize::of));
        for (Line line : lines) {
            letters += line.text().length();
            bold += line.style().bold() ? line.text().length() : 0;
            balance += Scripts.rightToLeftBalance(line.text());
            collectHyphenated(line, hyphenated);
        }
        double body = 0;
        long counted = 0;
        for (Line line : bySize) {
            counted += line.text().length();
            if (counted * 2 >= letters) {
                body = TypeSize.of(line);
                break;
            }
        }
        return new PageMeasure(Math.max(body, 1e-3), bold * 2 > letters, balance > 0, hyphenated);
    }

    private static void collectHyphenated(Line line, Set<String> hyphenated) {
        for (Word word : line.words()) {
            int hyphen = word.text().indexOf('-');
            if (hyphen > 0 && hyphen < word.text().length() - 1) {
                hyphenated.add(word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}-]", ""));
            }
        }
    }
}
