package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Splits an engine's line where a gap between words might be a gutter. Splitting too often does no harm: runs of one
 * row that no gutter separates are joined again.
 */
final class RunSplitter {

    /** In type sizes; a blank of justified text is rarely wider. */
    private static final double WIDE_GAP = 0.9;

    private RunSplitter() {}

    static List<Atom.Run> split(Line line) {
        double size = TypeSize.of(line);
        List<Word> words = line.words();
        if (words.size() < 2) {
            return List.of(run(line, words, size));
        }
        List<Word> across = new ArrayList<>(words);
        across.sort(Comparator.comparingDouble((Word word) -> word.box().left())
                .thenComparingDouble(word -> word.box().right()));
        List<Double> cuts = cuts(across, size * WIDE_GAP);
        if (cuts.isEmpty()) {
            return List.of(run(line, words, size));
        }
        List<List<Word>> parts = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            parts.add(new ArrayList<>());
        }
        for (Word word : words) { // logical order is kept within each part
            int part = 0;
            while (part < cuts.size() && word.box().left() >= cuts.get(part)) {
                part++;
            }
            parts.get(part).add(word);
        }
        return parts.stream().map(part -> run(line, part, size)).toList();
    }

    /** Left edges of the words that follow a wide gap. */
    private static List<Double> cuts(List<Word> across, double wide) {
        List<Double> cuts = new ArrayList<>();
        double end = across.getFirst().box().right();
        for (Word word : across) {
            if (word.box().left() - end > wide) {
                cuts.add(word.box().left());
            }
            end = Math.max(end, word.box().right());
        }
        return cuts;
    }

    static Atom.Run run(Line line, List<Word> words, double size) {
        BoundingBox box = words.isEmpty()
                ? line.box()
                : BoundingBox.hull(words.stream().map(Word::box).toList());
        return new Atom.Run(line, words, box, size);
    }
}
