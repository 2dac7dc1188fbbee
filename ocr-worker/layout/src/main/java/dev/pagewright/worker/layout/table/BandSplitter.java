package dev.pagewright.worker.layout.table;

import dev.pagewright.document.BoundingBox;
import dev.pagewright.worker.layout.table.FoundTable.FoundCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;

/** Splits rows of a lattice that hold several records: tables often have rules between columns and few between rows. */
final class BandSplitter {

    private final double size;

    BandSplitter(double size) {
        this.size = size;
    }

    List<FoundCell> split(List<FoundCell> cells) {
        var bands = new TreeMap<Integer, List<FoundCell>>();
        for (FoundCell cell : cells) {
            bands.computeIfAbsent(cell.row(), row -> new ArrayList<>()).add(cell);
        }
        int rows = cells.stream()
                .mapToInt(cell -> cell.row() + cell.rowSpan())
                .max()
                .orElse(0);
        int[] added = new int[rows + 1];
        List<FoundCell> out = new ArrayList<>();
        for (var band : bands.entrySet()) {
            boolean level = band.getValue().stream().allMatch(cell -> cell.rowSpan() == 1);
            boolean crossed = cells.stream()
                    .anyMatch(cell -> cell.row() < band.getKey() && cell.row() + cell.rowSpan() > band.getKey());
            List<GridRow> lines = level && !crossed ? records(band.getValue()) : List.of();
            int shift = added[band.getKey()];
            if (lines.size() < 2) {
                band.getValue()
                        .forEach(cell ->
                                out.add(cell.at(cell.row() + shift, cell.column(), cell.rowSpan(), cell.columnSpan())));
            } else {
                out.addAll(cells(lines, band.getValue(), band.getKey() + shift));
                for (int row = band.getKey() + 1; row <= rows; row++) {
                    added[row] += lines.size() - 1;
                }
            }
        }
        return out;
    }

    /** The band's records, fewer than two where it is one row. */
    private List<GridRow> records(List<FoundCell> band) {
        List<FoundCell> filled =
                band.stream().filter(cell -> !cell.tokens().isEmpty()).toList();
        if (filled.size() < 2) {
            return List.of();
        }
        List<GridRow> lines = lines(filled);
        long full = lines.stream()
                .filter(line -> line.fields().size() >= Math.max(2, 0.6 * filled.size()))
                .count();
        long others = lines.stream()
                .mapToLong(line -> line.fields().stream().skip(1).count())
                .sum();
        long numbers = lines.stream()
                .mapToLong(line ->
                        line.fields().stream().skip(1).filter(Field::numeric).count())
                .sum();
        if (full < 2 || full < 0.4 * lines.size() || numbers * 2 < others) {
            return List.of();
        }
        return new RowMerger(List.of(), filled.size(), size).merge(lines);
    }

    private static List<GridRow> lines(List<FoundCell> band) {
        var cellOf = new IdentityHashMap<Token, FoundCell>();
        List<Token> tokens = new ArrayList<>();
        for (FoundCell cell : band) {
            for (Token token : cell.tokens()) {
                cellOf.put(token, cell);
                tokens.add(token);
            }
        }
        List<GridRow> lines = new ArrayList<>();
        for (TextRow row : RowFinder.rows(tokens)) {
            var byColumn = new TreeMap<Integer, List<Token>>();
            for (Token token : row.tokens()) {
                FoundCell cell = cellOf.get(token);
                if (cell != null) {
                    byColumn.computeIfAbsent(cell.column(), column -> new ArrayList<>())
                            .add(token);
                }
            }
            List<Field> fields = new ArrayList<>();
            byColumn.forEach((column, line) -> fields.add(new Field(column, column, List.of(Segment.of(line)))));
            lines.add(new GridRow(fields, row.top(), row.bottom(), 1));
        }
        return lines;
    }

    private static List<FoundCell> cells(List<GridRow> lines, List<FoundCell> band, int firstRow) {
        List<FoundCell> cells = new ArrayList<>();
        double top = band.stream().mapToDouble(cell -> cell.box().top()).min().orElse(0);
        double bottom =
                band.stream().mapToDouble(cell -> cell.box().bottom()).max().orElse(0);
        for (int i = 0; i < lines.size(); i++) {
            double from =
                    i == 0 ? top : (lines.get(i - 1).bottom() + lines.get(i).top()) / 2;
            double to = i == lines.size() - 1
                    ? bottom
                    : (lines.get(i).bottom() + lines.get(i + 1).top()) / 2;
            for (FoundCell cell : band) {
                Field field = lines.get(i).at(cell.column());
                cells.add(new FoundCell(
                        firstRow + i,
                        cell.column(),
                        1,
                        cell.columnSpan(),
                        false,
                        field == null ? List.of() : field.tokens(),
                        new BoundingBox(
                                cell.box().left(),
                                Math.min(from, to),
                                cell.box().right(),
                                Math.max(from, to))));
            }
        }
        cells.sort(Comparator.comparingInt(FoundCell::row).thenComparingInt(FoundCell::column));
        return cells;
    }
}
