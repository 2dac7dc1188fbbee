package dev.pagewright.worker.vision.grounding;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Line;
import dev.pagewright.document.Table;
import dev.pagewright.worker.vision.answer.Draft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the cells of an answered table their places: those of their words, or of their row and column. */
final class GridPlacer {

    private GridPlacer() {}

    /** @param pieces the cells' texts in the grid's order; at least one has a place */
    static Table place(Draft.Grid grid, List<Piece> pieces) {
        BoundingBox whole = BoundingBox.hull(pieces.stream()
                .flatMap(piece -> piece.lines().stream())
                .map(Line::box)
                .toList());
        @Nullable BoundingBox[] rows = new @Nullable BoundingBox[grid.rows()];
        @Nullable BoundingBox[] columns = new @Nullable BoundingBox[grid.columns()];
        for (int i = 0; i < pieces.size(); i++) {
            Draft.Grid.Field field = grid.fields().get(i);
            BoundingBox box = pieces.get(i).box();
            if (box != null && field.rowSpan() == 1) {
                rows[field.row()] = joined(rows[field.row()], box);
            }
            if (box != null && field.columnSpan() == 1) {
                columns[field.column()] = joined(columns[field.column()], box);
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Draft.Grid.Field field = grid.fields().get(i);
            BoundingBox own = pieces.get(i).box();
            BoundingBox box = own != null ? own : crossing(rows[field.row()], columns[field.column()], whole);
            cells.add(new Cell(
                    field.row(),
                    field.column(),
                    field.rowSpan(),
                    field.columnSpan(),
                    field.header(),
                    pieces.get(i).text(),
                    box));
        }
        List<Line> lines =
                pieces.stream().flatMap(piece -> piece.lines().stream()).toList();
        return new Table(whole, grid.rows(), grid.columns(), Piece.confidence(lines), cells, false);
    }

    private static BoundingBox joined(@Nullable BoundingBox all, BoundingBox box) {
        return all == null ? box : all.union(box);
    }

    private static BoundingBox crossing(@Nullable BoundingBox row, @Nullable BoundingBox column, BoundingBox whole) {
        BoundingBox across = column == null ? whole : column;
        BoundingBox down = row == null ? whole : row;
        return new BoundingBox(across.left(), down.top(), across.right(), down.bottom());
    }
}
