package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the lines of a header that stand above what was found of a table: close to it, and ruled or of several fields. */
final class HeaderAbove {

    private static final int MOST = 5;

    private final List<TextRow> rows;
    private final List<RuledLine> rules;
    private final Set<Segment> prose;
    private final double size;

    HeaderAbove(List<TextRow> rows, List<RuledLine> rules, Set<Segment> prose, double size) {
        this.rows = rows;
        this.rules = rules;
        this.prose = prose;
        this.size = size;
    }

    /** @return the region with its header */
    List<TextRow> extend(List<TextRow> region) {
        List<TextRow> extended = new ArrayList<>(region);
        double left = region.stream().mapToDouble(row -> row.box().left()).min().orElse(0);
        double right =
                region.stream().mapToDouble(row -> row.box().right()).max().orElse(0);
        for (int i = rows.size() - 1; i >= 0 && extended.size() - region.size() < MOST; i--) {
            TextRow row = rows.get(i);
            TextRow first = extended.getFirst();
            if (row.middle() >= first.middle() || row.bottom() > first.middle()) {
                continue;
            }
            List<Segment> inside = row.within(left - size, right + size);
            if (inside.isEmpty() || !header(TextRow.of(inside), first, left, right)) {
                break;
            }
            extended.addFirst(TextRow.of(inside));
        }
        return extended;
    }

    private boolean header(TextRow row, TextRow first, double left, double right) {
        boolean flowing = row.segments().stream().anyMatch(prose::contains);
        boolean fits = row.box().left() >= left - size && row.box().right() <= right + size;
        if (flowing
                || !fits
                || first.top() - row.bottom() > 1.2 * size
                || Captions.begins(row.segments().getFirst().text())) {
            return false;
        }
        if (row.segments().size() > 1) {
            return true;
        }
        return row.tokens().size() <= 8 && rules.stream().anyMatch(rule -> underlines(rule, row, first));
    }

    private boolean underlines(RuledLine rule, TextRow row, TextRow first) {
        return rule.at() > row.middle()
                && rule.at() < first.middle()
                && rule.common(row.box().left(), row.box().right())
                        >= 0.8 * row.box().width()
                && rule.length() > 1.3 * row.box().width();
    }
}
