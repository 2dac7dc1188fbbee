package dev.pagewright.document;

import java.util.List;

/**
 * A table: a grid of {@code rows} x {@code columns} fields, each covered by at most one cell.
 *
 * @param continued whether it goes on from the last table of the page before
 */
public record Table(BoundingBox box, int rows, int columns, double confidence, List<Cell> cells, boolean continued) {

    public Table {
        Confidence.require(confidence);
        cells = List.copyOf(cells);
        for (Cell cell : cells) {
            if (cell.row() + cell.rowSpan() > rows || cell.column() + cell.columnSpan() > columns) {
                throw new IllegalArgumentException(
                        "cell (%d, %d) lies outside %d x %d".formatted(cell.row(), cell.column(), rows, columns));
            }
        }
    }
}
