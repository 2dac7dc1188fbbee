package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Word;

/**
 * A word with what its line tells of it.
 *
 * @param size height of the type
 */
public record Token(Word word, Line line, double size) {

    BoundingBox box() {
        return word.box();
    }

    String text() {
        return word.text();
    }

    boolean bold() {
        return line.style().bold();
    }
}
