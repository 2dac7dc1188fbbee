package dev.pagewright.chat.passage;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import java.util.ArrayList;
import java.util.List;

/** What stands above a field in a table's header rows; by place, since grids of found tables may be off by a column. */
final class ColumnHeaders {

    private final List<List<Cell>> rows;

    ColumnHeaders(List<List<Cell>> rows) {
        this.rows = rows;
    }

    /**
     * The header above the labels, from which the first group of rows takes its name; empty where there is none. Without
     * a colon it names the column of labels, or is a row's label that the layout took into the header.
     */
    String corner() {
        for (int i = rows.size() - 1; i >= 0; i--) {
            Cell first = rows.get(i).getFirst();
            String text = TableRows.text(first);
            if (first.column() == 0 && text.endsWith(":") && rows.get(i).size() > 1) {
                return text;
            }
        }
        return "";
    }

    /** Headers of a field from top to bottom. */
    String of(Cell field) {
        List<String> headers = new ArrayList<>();
        for (List<Cell> row : rows) {
            Cell best = null;
            double nearest = Double.MAX_VALUE;
            for (Cell header : row) {
                double distance = distance(header, field);
                if (distance < nearest) {
                    nearest = distance;
                    best = header;
                }
            }
            if (best != null && (best.column() > 0 || best.columnSpan() > 1)) {
                String text = TableRows.text(best);
                if (!headers.contains(text)) {
                    headers.add(text);
                }
            }
        }
        return String.join(" ", headers);
    }

    /** 0 where the header's columns hold the field's; else how far the middles are apart. */
    private static double distance(Cell header, Cell field) {
        boolean covers = header.column() <= field.column() && field.column() < header.column() + header.columnSpan();
        BoundingBox box = header.box();
        double x = field.box().centerX();
        if (covers) {
            return box.left() <= x && x <= box.right() ? 0 : Math.abs(box.centerX() - x) / 2;
        }
        return 1 + Math.abs(box.centerX() - x);
    }
}
