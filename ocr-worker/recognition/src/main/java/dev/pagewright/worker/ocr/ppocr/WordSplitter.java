package dev.pagewright.worker.ocr.ppocr;

import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;

/** Words of a recognised line, each with its share of the line's rectangle. */
final class WordSplitter {

    private WordSplitter() {}

    static List<Word> words(RecognizedText text, Quad quad, int pictureWidth, int pictureHeight) {
        List<RecognizedText.Glyph> all = text.characters();
        List<Word> words = new ArrayList<>();
        int from = 0;
        while (from < all.size()) {
            if (all.get(from).blank()) {
                from++;
                continue;
            }
            int to = from;
            while (to < all.size() && !all.get(to).blank()) {
                to++;
            }
            words.add(word(all, from, to, quad, pictureWidth, pictureHeight));
            from = to;
        }
        return words;
    }

    private static Word word(
            List<RecognizedText.Glyph> all, int from, int to, Quad quad, int pictureWidth, int pictureHeight) {
        StringBuilder letters = new StringBuilder();
        double probability = 0;
        for (RecognizedText.Glyph character : all.subList(from, to)) {
            letters.append(character.text());
            probability += character.probability();
        }
        double start = from == 0 ? 0 : edge(all, from);
        double end = to == all.size() ? 1 : edge(all, to);
        return new Word(
                java.text.Normalizer.normalize(letters, java.text.Normalizer.Form.NFC),
                quad.box(Math.min(start, end), Math.max(start, end), pictureWidth, pictureHeight),
                probability / (to - from));
    }

    /** Half way between a character and the one before it. */
    private static double edge(List<RecognizedText.Glyph> all, int index) {
        return (all.get(index - 1).at() + all.get(index).at()) / 2;
    }
}
