package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the lines of text that are one row of a table. */
final class RowMerger {

    private final List<RuledLine> rules;
    private final int columns;
    private final double size;

    /** @param rules horizontal ones within the table */
    RowMerger(List<RuledLine> rules, int columns, double size) {
        this.rules = rules;
        this.columns = columns;
        this.size = size;
    }

    List<GridRow> merge(List<GridRow> lines) {
        if (lines.size() < 2) {
            return lines;
        }
        if (ruled(lines)) {
            return byRules(lines);
        }
        double pitch = loosePitch(lines);
        List<GridRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            GridRow line = lines.get(i);
            GridRow last = rows.isEmpty() ? null : rows.getLast();
            if (last != null && !parted(last, line) && continues(last, lines.get(i - 1), line, pitch)) {
                rows.set(rows.size() - 1, last.with(line));
            } else {
                rows.add(line);
            }
        }
        return rows;
    }

    /** Whether rules part so many lines that they must part all rows. */
    private boolean ruled(List<GridRow> lines) {
        int parted = 0;
        for (int i = 1; i < lines.size(); i++) {
            parted += parted(lines.get(i - 1), lines.get(i)) ? 1 : 0;
        }
        return parted >= 3 && parted * 3 >= lines.size();
    }

    private List<GridRow> byRules(List<GridRow> lines) {
        List<GridRow> rows = new ArrayList<>();
        for (GridRow line : lines) {
            boolean joins = !rows.isEmpty() && !parted(rows.getLast(), line);
            if (joins
                    && !(line.fields().size() * 2 > columns
                            && line.numeric() * 2 > line.fields().size())) {
                rows.set(rows.size() - 1, rows.getLast().with(line));
            } else {
                rows.add(line);
            }
        }
        return rows;
    }

    private boolean parted(GridRow above, GridRow below) {
        return rules.stream()
                .anyMatch(rule -> rule.at() > above.bottom() - 0.45 * size
                        && rule.at() < below.top() + 0.45 * size
                        && rule.at() > (above.top() + above.bottom()) / 2
                        && rule.at() < (below.top() + below.bottom()) / 2);
    }

    /** Distance between lines above which a new row begins, where two distances are in use; else endless. */
    private double loosePitch(List<GridRow> lines) {
        double[] pitches = new double[lines.size() - 1];
        for (int i = 0; i < pitches.length; i++) {
            pitches[i] = lines.get(i + 1).bottom() - lines.get(i).bottom();
        }
        Arrays.sort(pitches);
        double low = pitches[pitches.length / 10];
        double high = pitches[Math.min(pitches.length - 1, pitches.length * 3 / 4)];
        return high > 1.3 * low ? (low + high) / 2 : Double.MAX_VALUE;
    }

    private boolean continues(GridRow row, GridRow above, GridRow line, double pitch) {
        double step = line.bottom() - above.bottom();
        if (step > 2 * size || step >= pitch || line.numeric() > 0) {
            return false;
        }
        boolean known = line.fields().stream().allMatch(field -> row.at(field.first()) != null && !field.spans());
        if (!known) {
            return false;
        }
        if (line.fields().stream().allMatch(field -> lower(field) && !lower(row.at(field.first())))) {
            return true;
        }
        if (line.at(0) == null) {
            return line.fields().size() * 2 <= Math.max(2, columns);
        }
        return false;
    }

    private static boolean lower(@Nullable Field field) {
        return field != null && Character.isLowerCase(field.text().codePointAt(0));
    }
}
