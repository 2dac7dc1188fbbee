package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;

/**
 * One line of a column.
 *
 * @param size height of its type
 * @param besideInitial whether a large first letter pushes it in
 */
record Row(Line line, double size, boolean besideInitial) {

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
