package dev.pagewright.export.receipt;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Content;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets a receipt as engines read one: what stands at the left and at the right of a row are lines and blocks apart. */
public final class Slip {

    private static final double LETTER = 10;
    private static final double WIDTH = 500;

    private final List<Block> left = new ArrayList<>();
    private final List<Block> right = new ArrayList<>();
    private double top = 20;

    public Slip row(String text) {
        left.add(block(20, text));
        top += 30;
        return this;
    }

    public Slip row(String text, String amount) {
        right.add(block(WIDTH - 20 - LETTER * amount.length(), amount));
        return row(text);
    }

    public Page page() {
        List<Block> blocks = new ArrayList<>(left);
        blocks.addAll(right);
        return new Page(
                0,
                1,
                WIDTH,
                top + 20,
                Unit.PX,
                0,
                PageTransform.IDENTITY,
                new Reading(Engine.PP_OCR, Set.of(), EngineReason.NO_TEXT_LAYER, "en"),
                blocks,
                List.of(),
                List.of(),
                Map.of());
    }

    private Block block(double x, String text) {
        List<Word> words = new ArrayList<>();
        double at = x;
        for (String word : text.split(" ", -1)) {
            double end = at + LETTER * word.length();
            words.add(new Word(word, new BoundingBox(at, top, end, top + 20), 0.9));
            at = end + LETTER;
        }
        BoundingBox box = BoundingBox.hull(words.stream().map(Word::box).toList());
        var line = new Line(text, box, 0.9, Engine.PP_OCR, TextStyle.UNKNOWN, 359.5, words);
        return new Block.Paragraph(new Content(text, box, 0.9, List.of(line)));
    }
}
