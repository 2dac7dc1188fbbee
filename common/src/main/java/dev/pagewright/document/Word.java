package dev.pagewright.document;

/**
 * A word as it stands on the page.
 *
 * @param text Unicode NFC, logical order, without white space
 * @param confidence probability of being right, 0 to 1
 */
public record Word(String text, BoundingBox box, double confidence) {

    public Word {
        Confidence.require(confidence);
    }
}
