package dev.pagewright.worker.recognition.merge;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the better of two readings, line by line: lines that stand in the same place are compared, whichever way each
 * engine cut them; lines that only one engine saw are kept where they can be believed. Confidences must be calibrated.
 */
public final class LineMerge {

    /** Share of the smaller line that two lines must have in common to be the same print. */
    private static final double SAME_PLACE = 0.4;

    /** Below this a line that only one of two engines saw is texture. */
    private static final double ALONE = 0.55;

    private LineMerge() {}

    /** @return lines of both, in no order that matters; each tells its engine */
    public static List<Line> merge(List<Line> first, List<Line> second) {
        List<Line> all = new ArrayList<>(first);
        all.addAll(second);
        List<Line> kept = new ArrayList<>();
        for (List<Line> place : places(all)) {
            List<Line> one = place.stream().filter(first::contains).toList();
            List<Line> other =
                    place.stream().filter(line -> !one.contains(line)).toList();
            if (one.isEmpty() || other.isEmpty()) {
                place.stream().filter(line -> line.confidence() >= ALONE).forEach(kept::add);
            } else {
                kept.addAll(Readings.worth(other) > Readings.worth(one) ? other : one);
            }
        }
        return kept;
    }

    /** Groups of lines that overlap, directly or through others. */
    private static List<List<Line>> places(List<Line> lines) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble(line -> line.box().top()));
        int[] group = new int[sorted.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        double tallest =
                sorted.stream().mapToDouble(line -> line.box().height()).max().orElse(0);
        for (int i = 0; i < group.length; i++) {
            for (int j = i + 1; j < group.length; j++) {
                if (sorted.get(j).box().top() > sorted.get(i).box().top() + tallest) {
                    break;
                }
                if (samePlace(sorted.get(i).box(), sorted.get(j).box())) {
                    join(group, i, j);
                }
            }
        }
        List<List<Line>> places = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            places.add(new ArrayList<>());
        }
        for (int i = 0; i < group.length; i++) {
            places.get(root(group, i)).add(sorted.get(i));
        }
        places.removeIf(List::isEmpty);
        return places;
    }

    private static boolean samePlace(BoundingBox a, BoundingBox b) {
        double smaller = Math.min(a.area(), b.area());
        return smaller > 0 && a.overlap(b) >= SAME_PLACE * smaller;
    }

    private static void join(int[] group, int a, int b) {
        group[root(group, b)] = root(group, a);
    }

    private static int root(int[] group, int at) {
        int root = at;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }
}
