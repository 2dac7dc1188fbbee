package dev.pagewright.worker.layout;

import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A region cut along a gutter: bands from top to bottom, those with two columns and those that span the gutter. */
final class Bands {

    private final Profile.Valley gutter;
    private final double size;
    private final List<Band> bands = new ArrayList<>();
    private List<Atom> spanning = new ArrayList<>();
    private double facing;

    private Bands(Profile.Valley gutter, double size) {
        this.gutter = gutter;
        this.size = size;
    }

    /** @param atoms from top to bottom by their centres */
    static Bands cut(List<Atom> atoms, Profile.Valley gutter, double size) {
        var cut = new Bands(gutter, size);
        boolean[] spanning = spanning(atoms, gutter, size);
        List<Atom> open = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            if (spanning[i]) {
                cut.close(open);
                open = new ArrayList<>();
                cut.spanning.add(atom);
            } else {
                open.add(atom);
            }
        }
        cut.close(open);
        cut.closeSpanning();
        return cut;
    }

    /** What crosses the gutter, and what goes on beside it on the same row. */
    private static boolean[] spanning(List<Atom> atoms, Profile.Valley gutter, double size) {
        boolean[] spanning = new boolean[atoms.size()];
        for (int i = 0; i < atoms.size(); i++) {
            spanning[i] = gutter.crossedBy(atoms.get(i));
        }
        for (int i = 1; i < atoms.size(); i++) {
            spanning[i] |= spanning[i - 1] && goesOn(atoms.get(i - 1), atoms.get(i), size);
        }
        for (int i = atoms.size() - 2; i >= 0; i--) {
            spanning[i] |= spanning[i + 1] && goesOn(atoms.get(i), atoms.get(i + 1), size);
        }
        return spanning;
    }

    private static boolean goesOn(Atom atom, Atom next, double size) {
        double gap = Math.max(
                next.box().left() - atom.box().right(),
                atom.box().left() - next.box().right());
        return Math.abs(atom.box().centerY() - next.box().centerY()) < 0.3 * size && gap < 1.2 * size;
    }

    /** Height over which columns face each other: what a gutter is worth. */
    double facing() {
        return facing;
    }

    List<Band> bands() {
        return bands;
    }

    private void close(List<Atom> open) {
        List<Atom> left = new ArrayList<>();
        List<Atom> right = new ArrayList<>();
        for (Atom atom : open) {
            (atom.box().right() <= gutter.left() ? left : right).add(atom);
        }
        var band = new Band(left, right);
        if (!band.columns(size)) {
            spanning.addAll(open);
            return;
        }
        double loose = 1.2 * size;
        spanning.addAll(lead(left, top(right), loose));
        spanning.addAll(lead(right, top(left), loose));
        spanning.sort(BY_CENTER);
        closeSpanning();
        List<Atom> tail = tail(left, bottom(right), loose);
        bands.add(new Band(List.copyOf(left), List.copyOf(right)));
        facing += band.facing(size);
        spanning.addAll(tail);
    }

    private void closeSpanning() {
        if (!spanning.isEmpty()) {
            bands.add(Band.spanning(spanning));
            spanning = new ArrayList<>();
        }
    }

    /** Takes off what stands loosely above the other column. */
    private static List<Atom> lead(List<Atom> side, double top, double loose) {
        int end = 0;
        for (int i = 0; i + 1 < side.size() && side.get(i).box().bottom() <= top; i++) {
            if (side.get(i + 1).box().top() - side.get(i).box().bottom() > loose) {
                end = i + 1;
            }
        }
        return take(side, 0, end);
    }

    /** Takes off what stands loosely below the other column. */
    private static List<Atom> tail(List<Atom> side, double bottom, double loose) {
        int start = side.size();
        for (int i = side.size() - 1; i > 0 && side.get(i).box().top() >= bottom; i--) {
            if (side.get(i).box().top() - side.get(i - 1).box().bottom() > loose) {
                start = i;
            }
        }
        return take(side, start, side.size());
    }

    private static List<Atom> take(List<Atom> side, int from, int to) {
        List<Atom> part = side.subList(from, to);
        List<Atom> taken = List.copyOf(part);
        part.clear();
        return taken;
    }

    private static double top(List<Atom> side) {
        return side.stream().map(Atom::box).mapToDouble(BoundingBox::top).min().orElse(0);
    }

    private static double bottom(List<Atom> side) {
        return side.stream()
                .map(Atom::box)
                .mapToDouble(BoundingBox::bottom)
                .max()
                .orElse(0);
    }

    static final Comparator<Atom> BY_CENTER = Comparator.comparingDouble(
                    (Atom atom) -> atom.box().centerY())
            .thenComparingDouble(atom -> atom.box().left())
            .thenComparingDouble(atom -> atom.box().right())
            .thenComparingDouble(atom -> atom.box().top());
}
