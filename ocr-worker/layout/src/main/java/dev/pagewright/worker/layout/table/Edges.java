package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Groups positions that lie close together. */
final class Edges {

    private Edges() {}

    /** Means of the groups, in order; a group's neighbours lie no further apart than {@code slack}. */
    static double[] cluster(double[] positions, double slack) {
        double[] sorted = positions.clone();
        Arrays.sort(sorted);
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < sorted.length; ) {
            int end = i + 1;
            double sum = sorted[i];
            while (end < sorted.length
                    && sorted[end] - sorted[end - 1] <= slack
                    && sorted[end] - sorted[i] <= 2 * slack) {
                sum += sorted[end++];
            }
            means.add(sum / (end - i));
            i = end;
        }
        return means.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Index of the stretch between two neighbouring edges that holds the position; the first or last if outside. */
    static int stretch(double[] edges, double position) {
        int at = Arrays.binarySearch(edges, position);
        int index = at >= 0 ? at : -at - 2;
        return Math.clamp(index, 0, Math.max(0, edges.length - 2));
    }
}
