package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;

/** Makes rows of the lines of a header: lines of one heading are joined, headings over several columns have rows of their own. */
final class HeaderRows {

    private final HeaderSpans spans;
    private final List<RuledLine> rules;
    private final double size;

    HeaderRows(HeaderSpans spans, List<RuledLine> rules, double size) {
        this.spans = spans;
        this.rules = rules;
        this.size = size;
    }

    /** @param below the first row of the body */
    List<GridRow> of(List<GridRow> lines, GridRow below) {
        List<GridRow> spread = new ArrayList<>(lines);
        GridRow under = below;
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (i < lines.size() - 1) {
                spread.set(i, spans.spread(lines.get(i), under));
            }
            under = i == lines.size() - 1 ? lines.get(i) : under.with(lines.get(i));
        }
        List<GridRow> rows = new ArrayList<>();
        for (GridRow line : spread) {
            if (!rows.isEmpty() && joins(rows.getLast(), line)) {
                rows.set(rows.size() - 1, rows.getLast().with(line));
            } else {
                rows.add(line);
            }
        }
        return rows;
    }

    private boolean joins(GridRow row, GridRow line) {
        if (line.top() - row.bottom() > 1.2 * size || parted(row, line)) {
            return false;
        }
        for (Field field : row.fields()) {
            Field beneath = line.at(field.first());
            if (field.spans()
                    && (beneath == null || beneath.first() != field.first() || beneath.last() != field.last())) {
                return false;
            }
        }
        return true;
    }

    private boolean parted(GridRow row, GridRow line) {
        return rules.stream()
                .anyMatch(rule -> rule.at() > row.bottom() - 0.45 * size
                        && rule.at() < line.top() + 0.45 * size
                        && row.fields().stream().anyMatch(field -> rule.common(field.left(), field.right()) > 0));
    }
}
