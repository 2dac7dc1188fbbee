package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.worker.layout.table.FoundTable.FoundCell;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Parts cells that only look as if they spanned several fields because rules are left out: the text of each field stands
 * in its place, aligned with the rows or columns around.
 */
final class Unspan {

    private static final int FEWEST = 3;

    private final double size;

    Unspan(double size) {
        this.size = size;
    }

    List<FoundCell> part(List<FoundCell> cells, double[] xs, double[] ys) {
        List<FoundCell> parted = new ArrayList<>();
        for (FoundCell cell : cells) {
            if (cell.columnSpan() > 1 && columnsStandApart(cell, xs)) {
                parted.addAll(byColumn(cell, xs));
            } else if (cell.rowSpan() >= FEWEST && rowsStandApart(cell, cells, ys)) {
                parted.addAll(byRow(cell, ys));
            } else {
                parted.add(cell);
            }
        }
        return parted;
    }

    /** Several lines, nearly all with text in more than one column and none across an edge. */
    private boolean columnsStandApart(FoundCell cell, double[] xs) {
        if (cell.tokens().size() < 2 * FEWEST) {
            return false;
        }
        int apart = 0;
        int crossing = 0;
        for (TextRow row : RowFinder.rows(cell.tokens())) {
            int[] columns = row.segments().stream()
                    .mapToInt(segment -> Edges.stretch(xs, segment.box().centerX()))
                    .distinct()
                    .toArray();
            apart += columns.length > 1 ? 1 : 0;
            crossing +=
                    row.segments().stream().anyMatch(segment -> crosses(segment.left(), segment.right(), xs)) ? 1 : 0;
        }
        return apart >= FEWEST && crossing * 4 <= apart;
    }

    private boolean crosses(double from, double to, double[] edges) {
        return Edges.stretch(edges, from + 0.2 * size) != Edges.stretch(edges, to - 0.2 * size);
    }

    /** A line in nearly every row, on the height of the text beside it. */
    private boolean rowsStandApart(FoundCell cell, List<FoundCell> cells, double[] ys) {
        List<TextRow> lines = RowFinder.rows(cell.tokens());
        if (lines.size() < FEWEST || lines.size() < 0.8 * cell.rowSpan() || lines.size() > cell.rowSpan() + 1) {
            return false;
        }
        List<Token> beside = new ArrayList<>();
        for (FoundCell other : cells) {
            boolean level =
                    other.rowSpan() == 1 && other.row() >= cell.row() && other.row() < cell.row() + cell.rowSpan();
            if (level) {
                beside.addAll(other.tokens());
            }
        }
        double[] heights = beside.stream()
                .mapToDouble(token -> token.box().centerY())
                .sorted()
                .toArray();
        long aligned = lines.stream()
                .filter(line -> heights.length > 0 && nearest(heights, line.middle()) <= 0.25 * size)
                .filter(line -> !crosses(line.top(), line.bottom(), ys))
                .count();
        return aligned >= 0.8 * lines.size();
    }

    private static double nearest(double[] sorted, double value) {
        int at = java.util.Arrays.binarySearch(sorted, value);
        if (at >= 0) {
            return 0;
        }
        int next = -at - 1;
        double after = next < sorted.length ? sorted[next] - value : Double.MAX_VALUE;
        return next > 0 ? Math.min(after, value - sorted[next - 1]) : after;
    }

    private static List<FoundCell> byColumn(FoundCell cell, double[] xs) {
        var parts = new TreeMap<Integer, List<Token>>();
        for (Token token : cell.tokens()) {
            int column = Math.clamp(
                    Edges.stretch(xs, token.box().centerX()), cell.column(), cell.column() + cell.columnSpan() - 1);
            parts.computeIfAbsent(column, key -> new ArrayList<>()).add(token);
        }
        List<FoundCell> cells = new ArrayList<>();
        for (int column = cell.column(); column < cell.column() + cell.columnSpan(); column++) {
            var box = new BoundingBox(
                    xs[column], cell.box().top(), xs[column + 1], cell.box().bottom());
            cells.add(new FoundCell(
                    cell.row(), column, cell.rowSpan(), 1, false, parts.getOrDefault(column, List.of()), box));
        }
        return cells;
    }

    private static List<FoundCell> byRow(FoundCell cell, double[] ys) {
        var parts = new TreeMap<Integer, List<Token>>();
        for (Token token : cell.tokens()) {
            int row = Math.clamp(Edges.stretch(ys, token.box().centerY()), cell.row(), cell.row() + cell.rowSpan() - 1);
            parts.computeIfAbsent(row, key -> new ArrayList<>()).add(token);
        }
        List<FoundCell> cells = new ArrayList<>();
        for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
            var box = new BoundingBox(cell.box().left(), ys[row], cell.box().right(), ys[row + 1]);
            cells.add(new FoundCell(
                    row, cell.column(), 1, cell.columnSpan(), false, parts.getOrDefault(row, List.of()), box));
        }
        return cells;
    }
}
