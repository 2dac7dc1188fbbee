package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;

/**
 * One line of a column.
 *
 * @param size height of its type
 */
record Row(Line line, double size) {

    BoundingBox box() {
        return line.box();
    }

    boolean bold() {
        return line.style().bold();
    }

    String text() {
        return line.text();
    }
}
