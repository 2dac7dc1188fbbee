package dev.pagewright.worker.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much height of text stands above each x: piecewise constant, from one sweep over the edges. Its valleys are
 * where gutters may be.
 */
final class Profile {

    /** @param prominence height by which the lower of the two sides stands above the valley */
    record Valley(double left, double right, double prominence) {
        double width() {
            return right - left;
        }

        boolean crossedBy(Atom atom) {
            return atom.box().left() < right && atom.box().right() > left;
        }
    }

    private final double[] edges;
    /** Of the stretch that begins at the edge. */
    private final double[] heights;

    private Profile(double[] edges, double[] heights) {
        this.edges = edges;
        this.heights = heights;
    }

    static Profile of(List<? extends Atom> atoms) {
        double[] edges = atoms.stream()
                .flatMapToDouble(atom -> Arrays.stream(
                        new double[] {atom.box().left(), atom.box().right()}))
                .sorted()
                .distinct()
                .toArray();
        double[] heights = new double[edges.length];
        for (Atom atom : atoms) {
            double height = atom.box().height();
            heights[Arrays.binarySearch(edges, atom.box().left())] += height;
            heights[Arrays.binarySearch(edges, atom.box().right())] -= height;
        }
        for (int i = 1; i < heights.length; i++) {
            heights[i] += heights[i - 1];
        }
        return new Profile(edges, heights);
    }

    /**
     * The most prominent valleys first, each at least as wide and prominent as asked. Text that ends by chance within a
     * gutter (a header, a caption) narrows the lowest stretch: each valley is offered as it is and with what rises above
     * its ground by no more than {@code ripple}.
     */
    List<Valley> valleys(double width, double prominence, double ripple, int limit) {
        int stretches = edges.length - 1;
        double[] highestAfter = new double[Math.max(1, stretches + 1)];
        for (int i = stretches - 1; i >= 0; i--) {
            highestAfter[i] = Math.max(highestAfter[i + 1], heights[i]);
        }
        Set<Valley> valleys = new LinkedHashSet<>();
        double highestBefore = 0;
        for (int i = 0; i < stretches; ) {
            int end = i + 1;
            while (end < stretches && same(heights[end], heights[i])) {
                end++;
            }
            boolean lowest = i > 0 && end < stretches && heights[i - 1] > heights[i] && heights[end] > heights[i];
            double depth = Math.min(highestBefore, highestAfter[end]) - heights[i];
            if (lowest && depth >= prominence) {
                Valley exact = new Valley(edges[i], edges[end], depth);
                Stream.of(exact, widened(i, end, depth, ripple))
                        .filter(valley -> valley.width() >= width)
                        .forEach(valleys::add);
            }
            highestBefore = Math.max(highestBefore, heights[i]);
            i = end;
        }
        return valleys.stream()
                .sorted(Comparator.comparingDouble((Valley valley) -> -valley.prominence())
                        .thenComparingDouble(Valley::width)
                        .thenComparingDouble(Valley::left))
                .limit(limit)
                .toList();
    }

    private Valley widened(int from, int to, double depth, double ripple) {
        double ground = heights[from] + ripple;
        int first = from;
        while (first > 0 && heights[first - 1] <= ground) {
            first--;
        }
        int last = to;
        while (last < edges.length - 1 && heights[last] <= ground) {
            last++;
        }
        return new Valley(edges[first], edges[last], depth);
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= 1e-6 * (1 + Math.abs(a));
    }
}
