package dev.pagewright.worker.vision.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places cells as HTML does: each into the next free field of its row, spans cut at what is taken. */
final class GridBuilder {

    private static final int MOST_FIELDS = 20_000;
    private static final int LONGEST_SPAN = 1_000;

    private final List<Draft.Grid.Field> fields = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private int row = -1;
    private int column;
    private int columns;

    void row() {
        row++;
        column = 0;
    }

    void cell(String text, int rowSpan, int columnSpan, boolean header) {
        if (taken.size() >= MOST_FIELDS) {
            return;
        }
        while (taken.contains(field(row, column))) {
            column++;
        }
        int wide = 1;
        while (wide < Math.min(columnSpan, LONGEST_SPAN) && !taken.contains(field(row, column + wide))) {
            wide++;
        }
        int high = Math.clamp(rowSpan, 1, LONGEST_SPAN);
        if ((long) wide * high > MOST_FIELDS - taken.size()) {
            wide = 1;
            high = 1;
        }
        for (int r = row; r < row + high; r++) {
            for (int c = column; c < column + wide; c++) {
                taken.add(field(r, c));
            }
        }
        fields.add(new Draft.Grid.Field(row, column, high, wide, header, text));
        column += wide;
        columns = Math.max(columns, column);
    }

    /** Empty where no cell has a text. */
    Optional<Draft.Grid> build() {
        if (fields.stream().allMatch(field -> field.text().isBlank())) {
            return Optional.empty();
        }
        int rows = row + 1;
        List<Draft.Grid.Field> inside = fields.stream()
                .map(field -> new Draft.Grid.Field(
                        field.row(),
                        field.column(),
                        Math.min(field.rowSpan(), rows - field.row()), // a span that leads below the last row
                        field.columnSpan(),
                        field.header(),
                        field.text()))
                .toList();
        return Optional.of(new Draft.Grid(rows, columns, inside));
    }

    private static long field(int row, int column) {
        return ((long) row << 32) | column;
    }
}
