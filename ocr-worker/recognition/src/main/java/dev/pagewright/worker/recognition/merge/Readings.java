package dev.pagewright.worker.recognition.merge;

import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import java.util.List;

/** What the words of a reading amount to. */
public final class Readings {

    private Readings() {}

    /** Code points of all words. */
    public static long letters(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.words().stream())
                .mapToLong(word -> word.text().codePointCount(0, word.text().length()))
                .sum();
    }

    /** Mean confidence of the words, each as often as it has letters; 0 where there are none. */
    public static double confidence(List<Line> lines) {
        long letters = letters(lines);
        return letters == 0 ? 0 : worth(lines) / letters;
    }

    /** Letters that are expected to be right. */
    public static double worth(List<Line> lines) {
        double sum = 0;
        for (Line line : lines) {
            for (Word word : line.words()) {
                sum += word.confidence()
                        * word.text().codePointCount(0, word.text().length());
            }
        }
        return sum;
    }

    /** Whether most of what is read is Chinese or Japanese. */
    public static boolean ideographic(List<Line> lines) {
        long dense = lines.stream()
                .flatMapToInt(line -> line.text().codePoints())
                .filter(Readings::chineseOrJapanese)
                .count();
        return dense * 2 > letters(lines);
    }

    private static boolean chineseOrJapanese(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    /**
     * Quarter turns clockwise that make most of the letters stand upright. Chinese and Japanese may well run from top to
     * bottom and do not count.
     */
    public static int quartersToTurn(List<Line> lines) {
        double[] worth = new double[4];
        double all = 0;
        for (Line line : lines) {
            double own = worth(List.of(line));
            all += own;
            if (line.text().codePoints().noneMatch(Character::isIdeographic)) {
                worth[Math.floorMod(Math.round(line.angle() / 90), 4)] += own;
            }
        }
        for (int quarters = 1; quarters < 4; quarters++) {
            if (worth[quarters] * 3 > 2 * all) {
                return 4 - quarters;
            }
        }
        return 0;
    }
}
