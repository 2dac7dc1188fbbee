package dev.pagewright.worker.layout;

import dev.pagewright.worker.page.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of a region from one spanning line to the next, with what stands left and right of a gutter; or what spans
 * it, with {@code right} empty.
 */
record Band(List<Atom> left, List<Atom> right) {

    /** In type sizes: smaller gaps between lines do not end a column. */
    private static final double LEADING = 1.0;

    private static final double ALIGNED = 0.2;

    static Band spanning(List<Atom> atoms) {
        return new Band(atoms, List.of());
    }

    boolean faced() {
        return !right.isEmpty();
    }

    /** Height over which both sides have text. */
    double facing(double size) {
        double common = 0;
        List<double[]> ours = extents(left, size);
        List<double[]> theirs = extents(right, size);
        for (int i = 0, j = 0; i < ours.size() && j < theirs.size(); ) {
            double[] a = ours.get(i);
            double[] b = theirs.get(j);
            common += Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
            if (a[1] < b[1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /**
     * Whether the two sides are columns that are read one after the other, and not fields of rows: their lines do not
     * stand on common baselines, or both are prose.
     */
    boolean columns(double size) {
        if (left.isEmpty() || right.isEmpty() || facing(size) < 2.4 * size) {
            return false;
        }
        return (prose(left) && prose(right)) || aligned(size) < 0.5;
    }

    private static boolean prose(List<Atom> side) {
        List<Atom.Run> runs = runs(side).toList();
        if (runs.size() < 2) {
            return runs.size() < side.size(); // pictures and tables stand for themselves
        }
        double from = runs.stream().mapToDouble(run -> run.box().left()).min().orElse(0);
        double to = runs.stream().mapToDouble(run -> run.box().right()).max().orElse(0);
        double width = runs.stream().mapToDouble(run -> run.box().width()).sum();
        double filled = width / rows(runs); // a side may hold several columns
        long wordy = runs.stream().filter(Band::wordy).count();
        return filled >= 0.55 * (to - from) && wordy * 2 >= runs.size();
    }

    private static int rows(List<Atom.Run> runs) {
        double[] middles =
                runs.stream().mapToDouble(run -> run.box().centerY()).sorted().toArray();
        double size = ColumnCutter.typicalSize(List.copyOf(runs));
        int rows = 1;
        double row = middles[0];
        for (double middle : middles) {
            if (middle - row > 0.5 * size) {
                rows++;
                row = middle;
            }
        }
        return rows;
    }

    private static boolean wordy(Atom.Run run) {
        int letters = run.letters();
        return letters >= 18
                || (letters >= 12 && run.words().size() >= 3)
                || (letters >= 9
                        && Scripts.unspaced(run.words().getFirst().text().codePointAt(0)));
    }

    /** Share of the lines on the sparser side that have one on the same baseline beyond the gutter. */
    private double aligned(double size) {
        double[] ours =
                runs(left).mapToDouble(run -> run.box().centerY()).sorted().toArray();
        double[] theirs =
                runs(right).mapToDouble(run -> run.box().centerY()).sorted().toArray();
        double[] few = ours.length <= theirs.length ? ours : theirs;
        double[] many = ours.length <= theirs.length ? theirs : ours;
        if (few.length == 0) {
            return 0;
        }
        int met = 0;
        int next = 0;
        for (double y : few) {
            while (next + 1 < many.length && Math.abs(many[next + 1] - y) <= Math.abs(many[next] - y)) {
                next++;
            }
            met += Math.abs(many[next] - y) <= ALIGNED * size ? 1 : 0;
        }
        return (double) met / few.length;
    }

    private static Stream<Atom.Run> runs(List<Atom> side) {
        return side.stream().filter(Atom.Run.class::isInstance).map(Atom.Run.class::cast);
    }

    private static List<double[]> extents(List<Atom> side, double size) {
        List<Atom> sorted = new ArrayList<>(side);
        sorted.sort(Comparator.comparingDouble(atom -> atom.box().top()));
        List<double[]> extents = new ArrayList<>();
        for (Atom atom : sorted) {
            double[] last = extents.isEmpty() ? null : extents.getLast();
            if (last != null && atom.box().top() - last[1] <= LEADING * size) {
                last[1] = Math.max(last[1], atom.box().bottom());
            } else {
                extents.add(new double[] {atom.box().top(), atom.box().bottom()});
            }
        }
        return extents;
    }
}
