package dev.pagewright.worker.source.pdf;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.Scripts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a text layer.
 *
 * @param invisible whether it is not painted, as the text of an earlier OCR
 * @param letters how many glyphs it has
 * @param unmapped how many of them the file does not explain, or not sanely
 * @param hidden how many of them are perhaps not seen: faint, or something is painted over them
 * @param onPicture how many of them stand on a picture
 */
public record TextLine(Line line, boolean invisible, int letters, int unmapped, int hidden, int onPicture) {

    private static final char SOFT_HYPHEN = '\u00AD';

    /** @return null where the glyphs say nothing */
    static @Nullable TextLine of(List<Spot> spots, Frame frame, int angle, Predicate<Glyph> covered) {
        List<List<Spot>> words = WordBreaks.words(spots);
        if (words.isEmpty()) {
            return null;
        }
        words = LogicalOrder.of(words);
        List<Word> made = new ArrayList<>(words.size());
        var text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            List<Spot> word = words.get(i);
            String content = text(word, i == words.size() - 1);
            if (content.isEmpty()) {
                continue;
            }
            if (!text.isEmpty() && spaced(text, content)) {
                text.append(' ');
            }
            text.append(content);
            made.add(new Word(content, box(word, frame), 1));
        }
        if (made.isEmpty()) {
            return null;
        }
        List<Spot> letters = words.stream().flatMap(List::stream).toList();
        Line line = new Line(
                text.toString(),
                BoundingBox.hull(made.stream().map(Word::box).toList()),
                1,
                Engine.TEXT_LAYER,
                style(letters),
                angle,
                made);
        return new TextLine(
                line,
                letters.getFirst().glyph().ground().invisible(),
                letters.size(),
                count(letters, Glyph::unmapped),
                count(letters, glyph -> glyph.ground().faint() || covered.test(glyph)),
                count(letters, glyph -> glyph.ground().picture()));
    }

    private static int count(List<Spot> letters, Predicate<Glyph> property) {
        return (int) letters.stream().map(Spot::glyph).filter(property).count();
    }

    private static String text(List<Spot> word, boolean last) {
        var text = new StringBuilder();
        word.forEach(spot -> text.append(spot.text()));
        for (int i = 0; i < text.length(); i++) {
            boolean end = last && i == text.length() - 1;
            if (text.charAt(i) == SOFT_HYPHEN && !end) {
                text.setCharAt(i, '-'); // one that is drawn is seen
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static boolean spaced(StringBuilder text, String next) {
        return !(Scripts.unspaced(text.codePointBefore(text.length())) && Scripts.unspaced(next.codePointAt(0)));
    }

    private static BoundingBox box(List<Spot> word, Frame frame) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Spot spot : word) {
            from = Math.min(from, spot.from());
            to = Math.max(to, spot.to());
            top = Math.min(top, spot.top());
            bottom = Math.max(bottom, spot.bottom());
        }
        return frame.box(from, top, to, bottom);
    }

    private static TextStyle style(List<Spot> letters) {
        List<Double> sizes = letters.stream()
                .map(Spot::size)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new TextStyle(
                sizes.get(sizes.size() / 2),
                most(letters, spot -> spot.glyph().font().bold() || spot.glyph().outlined()),
                most(letters, spot -> spot.glyph().font().italic()),
                most(letters, spot -> spot.glyph().font().monospace()));
    }

    private static boolean most(List<Spot> letters, Predicate<Spot> property) {
        return letters.stream().filter(property).count() * 2 > letters.size();
    }
}
