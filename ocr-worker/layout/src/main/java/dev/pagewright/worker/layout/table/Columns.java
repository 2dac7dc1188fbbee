package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of a table, parted by corridors.
 *
 * @param corridors from left to right, each {from, to}; one fewer than columns
 */
record Columns(List<double[]> corridors) {

    int count() {
        return corridors.size() + 1;
    }

    /** The column that holds the x. */
    int at(double x) {
        int column = 0;
        while (column < corridors.size() && x > middle(column)) {
            column++;
        }
        return column;
    }

    double middle(int corridor) {
        return (corridors.get(corridor)[0] + corridors.get(corridor)[1]) / 2;
    }

    double left(int column, double outer) {
        return column == 0 ? outer : middle(column - 1);
    }

    double right(int column, double outer) {
        return column == corridors.size() ? outer : middle(column);
    }

    Columns without(List<Integer> dropped) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < corridors.size(); i++) {
            if (!dropped.contains(i)) {
                kept.add(corridors.get(i));
            }
        }
        return new Columns(kept);
    }
}
