package dev.pagewright.document.testing;

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
import java.util.Random;
import java.util.Set;

/** Pages of as many words as one asks for, each word another and with a box of its own. */
public final class LargePages {

    private static final int WORDS_A_LINE = 12;
    private static final int LINES_A_BLOCK = 40;

    private LargePages() {}

    public static Page words(int index, int count) {
        Random random = new Random(index);
        List<Block> blocks = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int left = count; left > 0; left -= WORDS_A_LINE) {
            lines.add(line(random, Math.min(left, WORDS_A_LINE)));
            if (lines.size() == LINES_A_BLOCK || left <= WORDS_A_LINE) {
                blocks.add(paragraph(lines));
                lines = new ArrayList<>();
            }
        }
        return new Page(
                index,
                index + 1,
                612,
                792,
                Unit.PT,
                0,
                PageTransform.IDENTITY,
                new Reading(Engine.TEXT_LAYER, Set.of(), EngineReason.TEXT_LAYER_TRUSTED, "en"),
                blocks,
                List.of(),
                List.of(),
                Map.of());
    }

    private static Block paragraph(List<Line> lines) {
        String text = String.join("\n", lines.stream().map(Line::text).toList());
        return new Block.Paragraph(new Content(text, box(new Random(0)), 1, lines, false, null));
    }

    private static Line line(Random random, int count) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(new Word(Integer.toString(random.nextInt(Integer.MAX_VALUE), 36), box(random), 1));
        }
        String text = String.join(" ", words.stream().map(Word::text).toList());
        return new Line(text, box(random), 1, Engine.TEXT_LAYER, TextStyle.UNKNOWN, 0, words);
    }

    private static BoundingBox box(Random random) {
        double left = random.nextDouble() * 500;
        double top = random.nextDouble() * 700;
        return new BoundingBox(left, top, left + random.nextDouble() * 100, top + 12);
    }
}
