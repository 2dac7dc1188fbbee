package dev.pagewright.worker.vision.grounding;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;
import dev.pagewright.worker.vision.alignment.Alignment;
import dev.pagewright.worker.vision.alignment.Alignment.Verdict;
import dev.pagewright.worker.vision.alignment.Answer.AnswerWord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the words of one text of the answer their boxes and confidences, and makes lines of them. */
final class PieceMaker {

    /** @param line index into the page's lines, {@link #NOWHERE} for a word that stands on none */
    private record Placed(
            AnswerWord word,
            Verdict verdict,
            int line,
            @Nullable BoundingBox box,
            double confidence) {}

    private static final int NOWHERE = -1;

    private final Alignment alignment;
    private final WordBoxes boxes;
    private final List<Line> seen;

    PieceMaker(Alignment alignment, List<Line> seen) {
        this.alignment = alignment;
        this.seen = seen;
        this.boxes = new WordBoxes(alignment, seen);
    }

    Piece make(String text, List<AnswerWord> words) {
        List<Placed> placed = new ArrayList<>();
        int letters = 0;
        int confirmed = 0;
        int unread = 0;
        int invented = 0;
        for (AnswerWord word : words) {
            Verdict verdict = alignment.verdict(word);
            int size = word.text().length();
            letters += verdict == Verdict.NEUTRAL ? 0 : size;
            confirmed += verdict == Verdict.CONFIRMED ? size : 0;
            unread += verdict == Verdict.UNREAD ? size : 0;
            invented += verdict == Verdict.INVENTED ? size : 0;
            placed.add(placed(word, verdict));
        }
        return new Piece(text, lines(text, withLines(placed)), letters, confirmed, unread, invented);
    }

    private Placed placed(AnswerWord word, Verdict verdict) {
        int line = boxes.line(word);
        BoundingBox box = line == NOWHERE ? null : boxes.box(word, line);
        return new Placed(word, verdict, line, box, boxes.confidence(word, verdict));
    }

    /** Words that stand nowhere go to the line of a neighbour, so that the line keeps its text. */
    private static List<Placed> withLines(List<Placed> words) {
        List<Placed> all = new ArrayList<>(words);
        int line = NOWHERE;
        for (int i = 0; i < all.size(); i++) {
            line = all.get(i).line() != NOWHERE ? all.get(i).line() : line;
            all.set(i, onLine(all.get(i), line));
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            line = all.get(i).line() != NOWHERE ? all.get(i).line() : line;
            all.set(i, onLine(all.get(i), line));
        }
        return all;
    }

    private static Placed onLine(Placed word, int line) {
        return new Placed(word.word(), word.verdict(), line, word.box(), word.confidence());
    }

    private List<Line> lines(String text, List<Placed> words) {
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < words.size(); ) {
            int source = words.get(from).line();
            int to = from + 1;
            while (to < words.size() && words.get(to).line() == source) {
                to++;
            }
            if (source != NOWHERE) {
                lines.add(line(text, words.subList(from, to), seen.get(source)));
            }
            from = to;
        }
        return lines;
    }

    private static Line line(String text, List<Placed> words, Line source) {
        List<BoundingBox> places = WordBoxes.complete(
                words.stream().<@Nullable BoundingBox>map(Placed::box).toList(), source.box());
        List<Word> made = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            made.add(new Word(
                    nfc(words.get(i).word().text()), places.get(i), words.get(i).confidence()));
        }
        String stretch = text.substring(
                words.getFirst().word().from(), words.getLast().word().to());
        double confidence =
                made.stream().mapToDouble(Word::confidence).average().orElse(0);
        return new Line(
                nfc(stretch.replaceAll("\\s+", " ")),
                BoundingBox.hull(places),
                Math.clamp(confidence, 0, 1),
                Engine.VLM,
                source.style(),
                source.angle(),
                made);
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
