package dev.pagewright.document;

import java.util.List;

/**
 * A line of text.
 *
 * @param text NFC, logical order; words joined with the blanks that the script uses (none in Chinese and Japanese)
 * @param box hull of the words
 * @param angle direction of reading on the upright page, degrees clockwise: 0 left to right (or right to left in
 *     right-to-left scripts), 90 top to bottom, 180 upside down, 270 bottom to top
 * @param words in logical order; empty where the engine gives none
 */
public record Line(
        String text,
        BoundingBox box,
        double confidence,
        Engine engine,
        TextStyle style,
        double angle,
        List<Word> words) {

    public Line {
        Confidence.require(confidence);
        words = List.copyOf(words);
    }
}
