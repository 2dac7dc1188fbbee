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

        /** Whether the other stands on the same height and over none of the runs: it may well stand between two of them. */
        boolean beside(Open other) {
            double common = Math.min(box.bottom(), other.box.bottom()) - Math.max(box.top(), other.box.top());
            double lower = Math.min(box.height(), other.box.height());
            return common >= 0.5 * lower
                    && runs.stream().allMatch(run -> other.runs.stream().allMatch(next -> apart(run, next)));
        }

        private static boolean apart(Atom.Run run, Atom.Run next) {
            double across = Math.min(run.box().right(), next.box().right())
                    - Math.max(run.box().left(), next.box().left());
            double narrower = Math.min(run.box().width(), next.box().width());
            return across <= 0.3 * Math.min(narrower, Math.max(run.size(), next.size()));
        }

        /** A large first letter that reaches down over several lines. */
        private Atom.@Nullable Run dropCap;

        private boolean besideInitial;

        Row row(boolean rightToLeft) {
            Comparator<Atom.Run> across =
                    Comparator.comparingDouble(run -> run.box().left());
            runs.sort(rightToLeft ? across.reversed() : across);
            Line line = LineJoin.line(runs);
            return new Row(dropCap == null ? line : LineJoin.glued(dropCap, line), size(), besideInitial);
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
        double large = 1.7 * ColumnCutter.typicalSize(List.copyOf(runs));
        List<Atom.Run> dropCaps = new ArrayList<>();
        for (Atom.Run run : runs) {
            if (run.letters() == 1 && run.size() > large && run.whole()) {
                dropCaps.add(run);
                continue;
            }
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
        for (Atom.Run dropCap : dropCaps) {
            List<Open> beside = beside(dropCap, rows);
            if (beside.size() < 2) {
                rows.add(new Open(dropCap));
            } else {
                beside.getFirst().dropCap = dropCap;
                beside.forEach(row -> row.besideInitial = true);
            }
        }
        rows.sort(Comparator.comparingDouble(row -> row.box.centerY()));
        return rows.stream().map(row -> row.row(rightToLeft)).toList();
    }

    /** Rows that begin right after the large letter, from top to bottom. */
    private static List<Open> beside(Atom.Run dropCap, List<Open> rows) {
        BoundingBox cap = dropCap.box();
        return rows.stream()
                .filter(row -> row.box.left() >= cap.centerX() && row.box.left() - cap.right() < row.size)
                .filter(row -> row.box.centerY() > cap.top() && row.box.centerY() < cap.bottom())
                .toList();
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
