package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Finds the corridors of white that part the columns of a table: stretches of x that many rows leave free although they
 * have text on both sides, and that few cross. A row with fewer segments than others counts less, since it is likely a
 * heading that spans columns.
 */
final class ColumnFinder {

    /** Weight of the rows that may cross a corridor, as a share of those that leave it free. */
    private static final double CROSSED = 0.25;

    private final List<TextRow> rows;
    private final double size;
    private final double[] edges;
    private final double[] crossing;
    private final double[] free;
    private final double all;

    private ColumnFinder(List<TextRow> rows, double size) {
        this.rows = rows;
        this.size = size;
        this.edges = rows.stream()
                .flatMap(row -> row.segments().stream())
                .flatMapToDouble(segment -> DoubleStream.of(segment.left(), segment.right()))
                .sorted()
                .distinct()
                .toArray();
        this.crossing = new double[edges.length];
        this.free = new double[edges.length];
        this.all = measure();
    }

    /** @param rows of the table; those of one segment say nothing */
    static Columns find(List<TextRow> rows, double size) {
        List<TextRow> telling =
                rows.stream().filter(row -> row.segments().size() > 1).toList();
        return telling.isEmpty()
                ? new Columns(List.of())
                : MarkColumns.joined(new ColumnFinder(telling, size).corridors(), telling);
    }

    private double measure() {
        int most = rows.stream().mapToInt(row -> row.segments().size()).max().orElse(1);
        double total = 0;
        for (TextRow row : rows) {
            double weight = (double) row.segments().size() / most;
            total += weight;
            add(free, row.box().left(), row.box().right(), weight);
            for (Segment segment : row.segments()) {
                add(crossing, segment.left(), segment.right(), weight);
                add(free, segment.left(), segment.right(), -weight);
            }
        }
        for (int i = 1; i < edges.length; i++) {
            crossing[i] += crossing[i - 1];
            free[i] += free[i - 1];
        }
        return total;
    }

    private void add(double[] sums, double from, double to, double weight) {
        sums[Arrays.binarySearch(edges, from)] += weight;
        sums[Arrays.binarySearch(edges, to)] -= weight;
    }

    private Columns corridors() {
        List<double[]> corridors = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; ) {
            if (!open(i)) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end + 1 < edges.length && open(end)) {
                end++;
            }
            corridors.addAll(part(edges[i], edges[end]));
            i = end;
        }
        return new Columns(corridors.stream()
                .filter(corridor -> corridor[1] - corridor[0] >= 0.2 * size)
                .toList());
    }

    private boolean open(int stretch) {
        double support = free[stretch];
        return support >= Math.max(Math.min(1.5, 0.6 * all), 0.2 * all)
                && crossing[stretch] <= CROSSED * support + 1e-9;
    }

    /** A wide corridor may hold a column that few rows fill: its segments lie inside. */
    private List<double[]> part(double from, double to) {
        List<Segment> inside = rows.stream()
                .flatMap(row -> row.segments().stream())
                .filter(segment -> segment.left() >= from && segment.right() <= to)
                .sorted(Comparator.comparingDouble(Segment::left).thenComparingDouble(Segment::right))
                .toList();
        List<double[]> parts = new ArrayList<>();
        double start = from;
        for (int i = 0; i < inside.size(); ) {
            double left = inside.get(i).left();
            double right = inside.get(i).right();
            int end = i + 1;
            while (end < inside.size() && inside.get(end).left() <= right + 0.2 * size) {
                right = Math.max(right, inside.get(end).right());
                end++;
            }
            if (end - i >= 2) {
                parts.add(new double[] {start, left});
                start = right;
            }
            i = end;
        }
        parts.add(new double[] {start, to});
        return narrowed(parts, inside);
    }

    /** A segment that stands alone in a corridor belongs to the nearer column: the corridor ends there. */
    private static List<double[]> narrowed(List<double[]> parts, List<Segment> inside) {
        for (double[] part : parts) {
            for (Segment segment : inside) {
                if (segment.left() >= part[0] && segment.right() <= part[1] && segment.right() - segment.left() > 0) {
                    if (segment.left() - part[0] <= part[1] - segment.right()) {
                        part[0] = segment.right();
                    } else {
                        part[1] = segment.left();
                    }
                }
            }
        }
        return parts;
    }
}
