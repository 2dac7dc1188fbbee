package dev.pagewright.worker.vision.alignment;

import dev.pagewright.document.Block;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.page.PageContent;
import java.util.ArrayList;
import java.util.List;

/** The words that local engines saw on a page, in reading order, as one sequence of letters. */
public final class SeenPage {

    /** @param line index into {@link #lines()} */
    record SeenWord(Word word, int line, int firstLetter, int lastLetter) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<SeenWord> words = new ArrayList<>();
    private final int[] letters;
    private final int[] owners;

    public SeenPage(PageContent content) {
        for (Block block : LayoutAnalysis.analyse(content).blocks()) {
            lines.addAll(block.lines());
        }
        var sequence = new Sequence();
        for (int index = 0; index < lines.size(); index++) {
            for (Word word : words(lines.get(index))) {
                int first = sequence.length();
                sequence.add(Letters.of(word.text()), words.size());
                words.add(new SeenWord(word, index, first, sequence.length()));
            }
        }
        letters = sequence.letters();
        owners = sequence.owners();
    }

    /** An engine that gives no words gives the line. */
    private static List<Word> words(Line line) {
        return line.words().isEmpty() ? List.of(new Word(line.text(), line.box(), line.confidence())) : line.words();
    }

    public List<Line> lines() {
        return lines;
    }

    List<SeenWord> words() {
        return words;
    }

    int[] letters() {
        return letters;
    }

    /** Index of the word that a letter belongs to. */
    int[] owners() {
        return owners;
    }

    SeenWord wordOf(int letter) {
        return words.get(owners[letter]);
    }

    public int letterCount() {
        return letters.length;
    }
}
