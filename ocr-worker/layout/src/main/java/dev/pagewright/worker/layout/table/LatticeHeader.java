package dev.pagewright.worker.layout.table;

import dev.pagewright.worker.layout.table.FoundTable.FoundCell;
import java.util.List;

/** Marks the header of a ruled table: rows of bold type at its top above one that is not, or words above numbers. */
final class LatticeHeader {

    private LatticeHeader() {}

    static List<FoundCell> mark(List<FoundCell> cells) {
        int rows = cells.stream()
                .mapToInt(cell -> cell.row() + cell.rowSpan())
                .max()
                .orElse(0);
        int header = 0;
        while (header < rows - 1 && header < 6 && heading(cells, header)) {
            header++;
        }
        int first = header;
        return cells.stream().map(cell -> cell.asHeader(cell.row() < first)).toList();
    }

    private static boolean heading(List<FoundCell> cells, int row) {
        List<FoundCell> line = filled(cells, row);
        List<FoundCell> below = filled(cells, row + 1);
        if (line.isEmpty()) {
            return false;
        }
        boolean bold = line.stream().allMatch(LatticeHeader::bold);
        boolean boldBelow = !below.isEmpty() && below.stream().allMatch(LatticeHeader::bold);
        if (bold) {
            return true;
        }
        long numbers = line.stream().filter(LatticeHeader::numeric).count();
        long numbersBelow = below.stream().filter(LatticeHeader::numeric).count();
        boolean spans = line.stream().anyMatch(cell -> cell.columnSpan() > 1);
        return !boldBelow && numbers == 0 && (numbersBelow > 0 || spans);
    }

    private static List<FoundCell> filled(List<FoundCell> cells, int row) {
        return cells.stream()
                .filter(cell -> cell.row() == row && !cell.tokens().isEmpty())
                .toList();
    }

    private static boolean bold(FoundCell cell) {
        return cell.tokens().stream().allMatch(Token::bold);
    }

    private static boolean numeric(FoundCell cell) {
        return Segment.of(cell.tokens()).numeric();
    }
}
