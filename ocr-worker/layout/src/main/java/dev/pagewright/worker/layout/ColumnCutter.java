package dev.pagewright.worker.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides a page into regions of one column, in reading order: a recursive cut along gutters. Unlike the plain XY-cut
 * (Nagy, Seth 1984), horizontal cuts are made only above and below what spans a gutter, so that gaps which happen to
 * lie side by side in two columns do not tear them apart; what spans a gutter has its own band.
 */
final class ColumnCutter {

    private static final int MAX_DEPTH = 12;
    private static final int CANDIDATES = 16;
    /** In type sizes. */
    private static final double NARROWEST_GUTTER = 0.5;

    private static final double SHORTEST_GUTTER = 2.0;
    private static final double RIPPLE = 1.5;

    private final boolean rightToLeft;
    private final List<List<Atom>> regions = new ArrayList<>();

    private ColumnCutter(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /** @return regions in reading order; their atoms from top to bottom by centres */
    static List<List<Atom>> regions(List<Atom> atoms, boolean rightToLeft) {
        var cutter = new ColumnCutter(rightToLeft);
        List<Atom> sorted = new ArrayList<>(atoms);
        sorted.sort(Bands.BY_CENTER);
        cutter.cut(sorted, 0);
        return cutter.regions;
    }

    private void cut(List<Atom> atoms, int depth) {
        Bands best = depth < MAX_DEPTH && atoms.size() >= 4 ? best(atoms) : null;
        if (best == null) {
            if (!atoms.isEmpty()) {
                regions.add(atoms);
            }
            return;
        }
        for (Band band : best.bands()) {
            cut(rightToLeft && band.faced() ? band.right() : band.left(), depth + 1);
            cut(rightToLeft && band.faced() ? band.left() : band.right(), depth + 1);
        }
    }

    private static @Nullable Bands best(List<Atom> atoms) {
        double size = typicalSize(atoms);
        Bands best = null;
        var profile = Profile.of(atoms);
        for (Profile.Valley valley :
                profile.valleys(NARROWEST_GUTTER * size, SHORTEST_GUTTER * size, RIPPLE * size, CANDIDATES)) {
            Bands bands = Bands.cut(atoms, valley, size);
            if (bands.facing() > 0 && (best == null || bands.facing() > best.facing())) {
                best = bands;
            }
        }
        return best;
    }

    static double typicalSize(List<Atom> atoms) {
        double[] sizes = atoms.stream()
                .filter(Atom.Run.class::isInstance)
                .mapToDouble(atom -> ((Atom.Run) atom).size())
                .toArray();
        Arrays.sort(sizes);
        return sizes.length == 0 ? 1 : Math.max(1e-3, sizes[sizes.length / 2]);
    }
}
