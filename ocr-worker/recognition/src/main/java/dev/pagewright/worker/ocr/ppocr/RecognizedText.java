package dev.pagewright.worker.ocr.ppocr;

import java.util.List;

/**
 * What the recogniser read in one line.
 *
 * @param characters in the order of reading (left to right in the picture)
 */
record RecognizedText(List<Glyph> characters) {

    RecognizedText {
        characters = List.copyOf(characters);
    }

    /**
     * @param text one character of the alphabet (may be several code units)
     * @param at its middle, 0 (start of the line) to 1 (end)
     * @param probability of the network, 0 to 1
     */
    record Glyph(String text, double at, double probability) {
        boolean blank() {
            return text.isBlank();
        }
    }

    /** Mean probability of the characters; 0 where there is none. */
    double probability() {
        return characters.stream().mapToDouble(Glyph::probability).average().orElse(0);
    }
}
