package dev.pagewright.document;

/**
 * A cell of a table.
 *
 * @param row 0-based, of its top-left field
 * @param column 0-based
 * @param text lines joined by a newline
 */
public record Cell(int row, int column, int rowSpan, int columnSpan, boolean header, String text, BoundingBox box) {

    public Cell {
        if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
            throw new IllegalArgumentException(
                    "not a cell: row %d+%d, column %d+%d".formatted(row, rowSpan, column, columnSpan));
        }
    }
}
