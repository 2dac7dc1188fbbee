package dev.pagewright.chat.citation;

import dev.pagewright.chat.passage.Passage;
import dev.pagewright.chat.passage.PlacedText;
import dev.pagewright.document.BoundingBox;
import java.util.List;

/**
 * Where an answer stands.
 *
 * @param page 1-based, within the file
 * @param pageIndex 0-based, within the job
 * @param snippet verbatim text of that page, white space folded
 * @param boxes of the lines or fields that hold it, on the upright page
 * @param score 0 to 1: how well it answers
 */
public record Citation(int page, int pageIndex, String snippet, List<BoundingBox> boxes, double score) {

    /** A passage from its beginning to its end. */
    public static Citation whole(Passage passage, double score) {
        return new Citation(
                passage.number(),
                passage.page(),
                passage.text(),
                passage.lines().stream().map(PlacedText::box).distinct().toList(),
                score);
    }

    public Citation {
        boxes = List.copyOf(boxes);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score is not in 0..1: " + score);
        }
    }
}
