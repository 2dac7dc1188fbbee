package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the runs of a region that stand side by side. */
final class Rows {

    /** Runs of one line: those of one engine's line stay together, others join them on the same height. */
    private static final class Open {
        private final List<Atom.Run> runs = new ArrayList<>();
        private BoundingBox box;
        private double size;

        Open(Atom.Run run) {
            box = run.box();
            size = run.size();
            runs.add(run);
        }

        void add(Atom.Run run) {
            box = box.union(run.box());
            size = Math.max(size, run.size());
            runs.add(run);
        }

        boolean beside(Open other) {
            double common = Math.min(box.bottom(), other.box.bottom()) - Math.max(box.top(), other.box.top());
            double lower = Math.min(box.height(), other.box.height());
            double across = Math.min(box.right(), other.box.right()) - Math.max(box.left(), other.box.left());
            double narrower = Math.min(box.width(), other.box.width());
            return common >= 0.5 * lower && across <= 0.3 * Math.min(narrower, Math.max(size, other.size));
        }

        Row row(boolean rightToLeft) {
            Comparator<Atom.Run> across =
                    Comparator.comparingDouble(run -> run.box().left());
            runs.sort(rightToLeft ? across.reversed() : across);
            return new Row(LineJoin.line(runs), size());
        }

        /** Of the run with the most letters, so that neither a drop cap nor a footnote's mark decides. */
        private double size() {
            Atom.Run main = runs.getFirst();
            for (Atom.Run run : runs) {
                main = run.letters() > main.letters() ? run : main;
            }
            return main.size();
        }
    }

    /** Rows further up than this many are closed: bounds the time on a page of tiny words. */
    private static final int REACH = 12;

    private Rows() {}

    /** @return rows from top to bottom */
    static List<Row> of(List<Atom.Run> runs, boolean rightToLeft) {
        IdentityHashMap<Line, Open> bySource = new IdentityHashMap<>();
        List<Open> groups = new ArrayList<>();
        for (Atom.Run run : runs) {
            Open open = bySource.get(run.source());
            if (open == null) {
                open = new Open(run);
                bySource.put(run.source(), open);
                groups.add(open);
            } else {
                open.add(run);
            }
        }
        groups.sort(Comparator.comparingDouble((Open open) -> open.box.centerY())
                .thenComparingDouble(open -> open.box.left())
                .thenComparingDouble(open -> open.box.right()));
        List<Open> rows = new ArrayList<>();
        for (Open group : groups) {
            Open row = rowOf(group, rows);
            if (row == null) {
                rows.add(group);
            } else {
                group.runs.forEach(row::add);
            }
        }
        return rows.stream().map(row -> row.row(rightToLeft)).toList();
    }

    private static @Nullable Open rowOf(Open group, List<Open> rows) {
        Open best = null;
        double nearest = Double.MAX_VALUE;
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - REACH); i--) {
            double distance = Math.abs(rows.get(i).box.centerY() - group.box.centerY());
            if (distance < nearest && rows.get(i).beside(group)) {
                best = rows.get(i);
                nearest = distance;
            }
        }
        return best;
    }
}
