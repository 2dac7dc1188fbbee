package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;

/** Makes lines of runs. */
final class LineJoin {

    private LineJoin() {}

    /** @param runs of one row in reading order, at least one */
    static Line line(List<Atom.Run> runs) {
        if (runs.size() == 1) {
            return single(runs.getFirst());
        }
        List<Word> words = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Atom.Run longest = runs.getFirst();
        Line source = longest.source();
        boolean oneSource = true;
        for (Atom.Run run : runs) {
            words.addAll(run.words());
            texts.add(text(run));
            longest = run.letters() > longest.letters() ? run : longest;
            oneSource &= run.source().equals(source);
        }
        if (oneSource && words.equals(source.words())) {
            return source;
        }
        String text = oneSource ? TextJoin.stretch(source.text(), source.words(), words) : TextJoin.row(texts);
        return line(text, words, longest.source(), style(runs, longest));
    }

    /** A first letter of its own and the line that it begins, with no blank between. */
    static Line glued(Atom.Run initial, Line line) {
        List<Word> words = new ArrayList<>(initial.words());
        words.addAll(line.words());
        return line(text(initial) + line.text(), words, line, line.style());
    }

    static Line single(Atom.Run run) {
        return run.whole()
                ? run.source()
                : line(text(run), run.words(), run.source(), run.source().style());
    }

    static String text(Atom.Run run) {
        Line source = run.source();
        return run.whole() ? source.text().strip() : TextJoin.stretch(source.text(), source.words(), run.words());
    }

    private static TextStyle style(List<Atom.Run> runs, Atom.Run longest) {
        TextStyle style = longest.source().style();
        boolean bold = runs.stream().allMatch(run -> run.source().style().bold());
        boolean italic = runs.stream().allMatch(run -> run.source().style().italic());
        boolean monospace = runs.stream().allMatch(run -> run.source().style().monospace());
        return new TextStyle(style.size(), bold, italic, monospace);
    }

    private static Line line(String text, List<Word> words, Line source, TextStyle style) {
        BoundingBox box = BoundingBox.hull(words.stream().map(Word::box).toList());
        double confidence =
                words.stream().mapToDouble(Word::confidence).average().orElse(source.confidence());
        Engine engine = source.engine();
        return new Line(text, box, Math.clamp(confidence, 0, 1), engine, style, source.angle(), words);
    }
}
