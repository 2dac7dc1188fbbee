package dev.pagewright.worker.ocr.tesseract;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.Scripts;
import java.util.ArrayList;
import java.util.List;

/**
 * A line's words with blanks only where the line has them. Tesseract parts Chinese, Japanese, Korean and Thai at the
 * words of its dictionary; where two of them stand without a blank between, they are one word of Korean, and two of a
 * script that sets none.
 *
 * @param text of the line
 */
record SpacedWords(String text, List<Word> words) {

    /**
     * @param words as they are kept
     * @param raw the same words as Tesseract writes them
     * @param line as Tesseract writes it, empty where all words stand apart
     */
    static SpacedWords of(List<Word> words, List<String> raw, String line) {
        var text = new StringBuilder();
        List<Word> spaced = new ArrayList<>();
        int cursor = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            int at = cursor < 0 ? -1 : line.indexOf(raw.get(i), cursor);
            boolean blank = at < 0 || line.substring(cursor, at).codePoints().anyMatch(Character::isWhitespace);
            cursor = at < 0 ? -1 : at + raw.get(i).length();
            if (spaced.isEmpty()) {
                spaced.add(word);
            } else if (blank) {
                text.append(' ');
                spaced.add(word);
            } else if (unspaced(spaced.getLast(), word)) {
                spaced.add(word);
            } else {
                spaced.add(joined(spaced.removeLast(), word));
            }
            text.append(word.text());
        }
        return new SpacedWords(text.toString(), List.copyOf(spaced));
    }

    private static boolean unspaced(Word before, Word word) {
        String text = before.text();
        return Scripts.unspaced(text.codePointBefore(text.length()))
                || Scripts.unspaced(word.text().codePointAt(0));
    }

    /** The confidence is that of the letters' mean. */
    private static Word joined(Word first, Word second) {
        double letters = first.text().length() + second.text().length();
        double sum = first.confidence() * first.text().length()
                + second.confidence() * second.text().length();
        BoundingBox box = first.box().union(second.box());
        return new Word(first.text() + second.text(), box, Math.clamp(sum / letters, 0, 1));
    }
}
