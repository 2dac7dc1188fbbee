package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import java.util.List;

/**
 * A table as it was found: its cells with their words. A field that no cell covers is empty.
 *
 * @param confidence that this is a table and its grid right, 0 to 1
 */
public record FoundTable(BoundingBox box, int rows, int columns, double confidence, List<FoundCell> cells) {

    public FoundTable {
        cells = List.copyOf(cells);
    }

    /** @param tokens in no order that matters; empty where the cell is */
    public record FoundCell(
            int row, int column, int rowSpan, int columnSpan, boolean header, List<Token> tokens, BoundingBox box) {

        public FoundCell {
            tokens = List.copyOf(tokens);
        }

        FoundCell at(int newRow, int newColumn, int newRowSpan, int newColumnSpan) {
            return new FoundCell(newRow, newColumn, newRowSpan, newColumnSpan, header, tokens, box);
        }

        FoundCell asHeader(boolean isHeader) {
            return new FoundCell(row, column, rowSpan, columnSpan, isHeader, tokens, box);
        }
    }

    boolean covers(Token token) {
        double x = token.box().centerX();
        double y = token.box().centerY();
        return box.left() <= x && x <= box.right() && box.top() <= y && y <= box.bottom();
    }
}
