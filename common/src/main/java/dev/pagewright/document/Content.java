package dev.pagewright.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every block has.
 *
 * @param text paragraphs re-joined, lines joined by a blank or as the script wants; the lines keep what stands on
 *     the page
 * @param lines in reading order
 * @param unverified true where no local engine could confirm the text
 * @param translation null where none was asked for
 */
public record Content(
        String text,
        BoundingBox box,
        double confidence,
        List<Line> lines,
        boolean unverified,
        @Nullable Translation translation) {

    public Content {
        Confidence.require(confidence);
        lines = List.copyOf(lines);
    }

    public Content(String text, BoundingBox box, double confidence, List<Line> lines) {
        this(text, box, confidence, lines, false, null);
    }
}
