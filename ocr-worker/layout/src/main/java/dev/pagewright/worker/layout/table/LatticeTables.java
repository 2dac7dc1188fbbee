package dev.pagewright.worker.layout.table;

import dev.pagewright.worker.layout.table.FoundTable.FoundCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables whose cells are drawn. */
final class LatticeTables {

    private static final double CONFIDENCE = 0.95;
    private static final double FILLED = 0.2;

    private final RuledLines rules;
    private final double size;

    LatticeTables(RuledLines rules, double size) {
        this.rules = rules;
        this.size = size;
    }

    List<FoundTable> find(List<Token> tokens) {
        List<FoundTable> tables = new ArrayList<>();
        List<Token> left = new ArrayList<>(tokens);
        List<RuledMesh> meshes = new ArrayList<>(RuledMesh.of(rules));
        // what lies inside another first: a frame around a table must not take its words
        meshes.sort(Comparator.comparingDouble(mesh -> (mesh.right() - mesh.left()) * (mesh.bottom() - mesh.top())));
        for (RuledMesh mesh : meshes) {
            table(mesh, left).ifPresent(table -> {
                tables.add(table);
                left.removeIf(table::covers);
            });
        }
        return tables;
    }

    private Optional<FoundTable> table(RuledMesh mesh, List<Token> tokens) {
        return Lattice.of(mesh, rules.slack()).flatMap(lattice -> {
            var box = lattice.box();
            List<Token> inside = tokens.stream()
                    .filter(token -> box.left() <= token.box().centerX()
                            && token.box().centerX() <= box.right()
                            && box.top() <= token.box().centerY()
                            && token.box().centerY() <= box.bottom())
                    .toList();
            List<FoundCell> drawn = new Unspan(size).part(lattice.cells(inside), lattice.xs(), lattice.ys());
            List<FoundCell> cells = Compaction.of(drawn, lattice.rows(), lattice.columns(), size);
            if (!table(cells)) {
                return Optional.empty();
            }
            List<FoundCell> split = new InnerColumns(size).part(new BandSplitter(size).split(cells));
            int rows = split.stream()
                    .mapToInt(cell -> cell.row() + cell.rowSpan())
                    .max()
                    .orElse(0);
            int columns = split.stream()
                    .mapToInt(cell -> cell.column() + cell.columnSpan())
                    .max()
                    .orElse(0);
            return Optional.of(new FoundTable(box, rows, columns, CONFIDENCE, LatticeHeader.mark(split)));
        });
    }

    /** Whether enough cells in at least two columns and rows hold text, as neither frames nor drawings do. */
    private static boolean table(List<FoundCell> cells) {
        Set<Integer> rows = new HashSet<>();
        Set<Integer> columns = new HashSet<>();
        int filled = 0;
        for (FoundCell cell : cells) {
            if (!cell.tokens().isEmpty()) {
                filled++;
                rows.add(cell.row());
                columns.add(cell.column());
            }
        }
        return columns.size() >= 2
                && filled >= 3
                && (rows.size() >= 2 || columns.size() >= 3)
                && filled >= FILLED * cells.size();
    }
}
