package dev.pagewright.chat.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels with values in a line: "Date: 3 May Time: 9:00", dotted leaders, Chinese colons. */
final class LabelledValues {

    /** @param snippet label and value as they stand in the line */
    record Pair(String label, String value, String snippet) {}

    private static final Pattern COLON =
            Pattern.compile("(?<![\\p{Nd}])[:：](?!//)|(?<=\\p{Nd})[:：](?!\\p{Nd}|//)|\\s?\\.{4,}\\s?|…{2,}");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,4}$");
    private static final int LONGEST_LABEL = 60;

    private LabelledValues() {}

    static List<Pair> in(String line) {
        List<int[]> colons = new ArrayList<>();
        Matcher colon = COLON.matcher(line);
        while (colon.find()) {
            colons.add(new int[] {colon.start(), colon.end()});
        }
        List<Pair> pairs = new ArrayList<>();
        int[] starts = new int[colons.size() + 1];
        for (int i = 0; i < colons.size(); i++) {
            int from = i == 0 ? 0 : colons.get(i - 1)[1];
            starts[i] = i == 0 ? 0 : label(line, from, colons.get(i)[0]);
        }
        starts[colons.size()] = line.length();
        for (int i = 0; i < colons.size(); i++) {
            if (starts[i] < 0) {
                continue;
            }
            int end = line.length();
            for (int j = i + 1; j < colons.size(); j++) {
                if (starts[j] >= 0) {
                    end = starts[j];
                    break;
                }
            }
            String label = line.substring(starts[i], colons.get(i)[0]).strip();
            String value = line.substring(colons.get(i)[1], end).strip();
            if (!label.isEmpty()
                    && !value.isEmpty()
                    && label.length() <= LONGEST_LABEL
                    && label.codePoints().anyMatch(Character::isLetter)) {
                pairs.add(new Pair(label, value, line.substring(starts[i], end).strip()));
            }
        }
        return pairs;
    }

    /** Where the label begins that ends at a colon; -1 where none does. */
    private static int label(String line, int from, int to) {
        String before = line.substring(from, to);
        Matcher han = HAN.matcher(before);
        if (han.find()) {
            return from + han.start();
        }
        String words = before;
        int last = -1;
        // the label is what follows the value before: its last word that begins with a capital, with the small ones
        // after it
        Matcher word = Pattern.compile("(?<=^|\\s)\\p{L}[\\p{L}\\p{M}.'’/-]*").matcher(words);
        int end = -1;
        while (word.find()) {
            if (Character.isUpperCase(words.codePointAt(word.start())) || !cased(words)) {
                last = word.start();
            }
            end = word.end();
        }
        return last < 0 || end < words.stripTrailing().length() || last == 0 ? -1 : from + last;
    }

    private static boolean cased(String text) {
        return text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }
}
