package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.worker.layout.table.FoundTable.FoundCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The fields between crossing rules. Where a rule between two fields is missing they are one cell; a side that has no
 * rule of its own is closed where the crossing rules end.
 */
final class Lattice {

    private static final int MOST_FIELDS = 60_000;
    private static final double DRAWN = 0.5;

    private final double[] xs;
    private final double[] ys;
    private final UnionFind fields;

    private Lattice(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
        this.fields = new UnionFind((xs.length - 1) * (ys.length - 1));
    }

    static Optional<Lattice> of(RuledMesh mesh, double slack) {
        double[] xs = Edges.cluster(
                DoubleStream.concat(
                                mesh.vertical().stream().mapToDouble(RuledLine::at),
                                DoubleStream.of(mesh.left(), mesh.right()))
                        .toArray(),
                2 * slack);
        double[] ys = Edges.cluster(
                DoubleStream.concat(
                                mesh.horizontal().stream().mapToDouble(RuledLine::at),
                                DoubleStream.of(mesh.top(), mesh.bottom()))
                        .toArray(),
                2 * slack);
        if (xs.length < 2 || ys.length < 2 || (long) (xs.length - 1) * (ys.length - 1) > MOST_FIELDS) {
            return Optional.empty();
        }
        var lattice = new Lattice(xs, ys);
        lattice.join(mesh, slack);
        return lattice.square() ? Optional.of(lattice) : Optional.empty();
    }

    int rows() {
        return ys.length - 1;
    }

    int columns() {
        return xs.length - 1;
    }

    double[] xs() {
        return xs.clone();
    }

    double[] ys() {
        return ys.clone();
    }

    BoundingBox box() {
        return new BoundingBox(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
    }

    /** @param tokens those whose middles lie in the lattice */
    List<FoundCell> cells(List<Token> tokens) {
        Map<Integer, List<Token>> byCell = new LinkedHashMap<>();
        for (Token token : tokens) {
            int row = Edges.stretch(ys, token.box().centerY());
            int column = Edges.stretch(xs, token.box().centerX());
            byCell.computeIfAbsent(fields.find(field(row, column)), key -> new ArrayList<>())
                    .add(token);
        }
        Map<Integer, int[]> extents = extents();
        List<FoundCell> cells = new ArrayList<>();
        extents.forEach((root, extent) -> cells.add(new FoundCell(
                extent[0],
                extent[1],
                extent[2] - extent[0] + 1,
                extent[3] - extent[1] + 1,
                false,
                byCell.getOrDefault(root, List.of()),
                new BoundingBox(xs[extent[1]], ys[extent[0]], xs[extent[3] + 1], ys[extent[2] + 1]))));
        return cells;
    }

    private int field(int row, int column) {
        return row * columns() + column;
    }

    private void join(RuledMesh mesh, double slack) {
        double[][] beside = new double[rows()][columns() + 1];
        for (RuledLine rule : mesh.vertical()) {
            int edge = nearest(xs, rule.at());
            for (int row = 0; row < rows(); row++) {
                beside[row][edge] += rule.common(ys[row], ys[row + 1]);
            }
        }
        double[][] below = new double[rows() + 1][columns()];
        for (RuledLine rule : mesh.horizontal()) {
            int edge = nearest(ys, rule.at());
            for (int column = 0; column < columns(); column++) {
                below[edge][column] += rule.common(xs[column], xs[column + 1]);
            }
        }
        for (int row = 0; row < rows(); row++) {
            double height = ys[row + 1] - ys[row];
            for (int column = 0; column < columns(); column++) {
                double width = xs[column + 1] - xs[column];
                if (column + 1 < columns() && beside[row][column + 1] < DRAWN * height - slack) {
                    fields.union(field(row, column), field(row, column + 1));
                }
                if (row + 1 < rows() && below[row + 1][column] < DRAWN * width - slack) {
                    fields.union(field(row, column), field(row + 1, column));
                }
            }
        }
    }

    private static int nearest(double[] edges, double position) {
        int best = 0;
        for (int i = 1; i < edges.length; i++) {
            if (Math.abs(edges[i] - position) < Math.abs(edges[best] - position)) {
                best = i;
            }
        }
        return best;
    }

    /** Cells must be rectangles: what is joined around a corner takes in the corner. False for a tangle. */
    private boolean square() {
        boolean changed = true;
        for (int round = 0; changed && round < 12; round++) {
            changed = false;
            for (int[] extent : extents().values()) {
                int root = field(extent[0], extent[1]);
                for (int row = extent[0]; row <= extent[2]; row++) {
                    for (int column = extent[1]; column <= extent[3]; column++) {
                        changed |= fields.union(root, field(row, column));
                    }
                }
            }
        }
        return !changed;
    }

    /** First row, first column, last row, last column of each cell by its set. */
    private Map<Integer, int[]> extents() {
        Map<Integer, int[]> extents = new LinkedHashMap<>();
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                int[] extent = extents.computeIfAbsent(fields.find(field(row, column)), key ->
                        new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1});
                extent[0] = Math.min(extent[0], row);
                extent[1] = Math.min(extent[1], column);
                extent[2] = Math.max(extent[2], row);
                extent[3] = Math.max(extent[3], column);
            }
        }
        return extents;
    }
}
