package dev.pagewright.worker.vision.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a model's answer, piece by piece, as one sequence of letters. */
public final class Answer {

    /**
     * @param piece index of the text it stands in
     * @param from where it begins in that text
     * @param to where it ends
     * @param formula whether it is mathematical notation, which local engines do not read
     */
    public record AnswerWord(
            int piece, int from, int to, String text, boolean formula, int firstLetter, int lastLetter) {
        int letters() {
            return lastLetter - firstLetter;
        }
    }

    /** Scripts without blanks are taken in short runs, so that one wrong sign does not condemn a line. */
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
            + "\\p{IsKhmer}\\p{IsMyanmar}\\u30FC]{1,6}|[^\\s\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
            + "\\p{IsKhmer}\\p{IsMyanmar}]+");
    /** Within a formula: words that are set as text, or notation up to the next blank or brace. */
    private static final Pattern SET_AS_TEXT =
            Pattern.compile("\\\\(?:text(?:rm|bf|it)?|mbox|operatorname)\\s*\\{([^{}]*)}");

    private final List<AnswerWord> words = new ArrayList<>();
    private final Sequence sequence = new Sequence();
    private final int[] letters;
    private final int[] owners;

    /** @param formulae whether the piece of the same index is LaTeX */
    public Answer(List<String> pieces, List<Boolean> formulae) {
        for (int piece = 0; piece < pieces.size(); piece++) {
            add(piece, pieces.get(piece), formulae.get(piece));
        }
        letters = sequence.letters();
        owners = sequence.owners();
    }

    private void add(int piece, String text, boolean formula) {
        List<int[]> prose = new ArrayList<>();
        Matcher set = SET_AS_TEXT.matcher(text);
        while (set.find()) {
            prose.add(new int[] {set.start(1), set.end(1)});
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean asText = prose.stream().anyMatch(range -> word.start() < range[1] && word.end() > range[0]);
            boolean notation = (formula || word.group().indexOf('\\') >= 0) && !asText;
            int first = sequence.length();
            sequence.add(Letters.of(word.group()), words.size());
            words.add(
                    new AnswerWord(piece, word.start(), word.end(), word.group(), notation, first, sequence.length()));
        }
    }

    public List<AnswerWord> words() {
        return words;
    }

    int[] letters() {
        return letters;
    }

    int[] owners() {
        return owners;
    }

    public int letterCount() {
        return letters.length;
    }
}
