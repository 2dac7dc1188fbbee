package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param fields from left to right, none over another
 * @param lines how many lines of text it has
 */
record GridRow(List<Field> fields, double top, double bottom, int lines) {

    GridRow {
        fields = List.copyOf(fields);
    }

    @Nullable Field at(int column) {
        for (Field field : fields) {
            if (field.first() <= column && column <= field.last()) {
                return field;
            }
        }
        return null;
    }

    boolean only(int column) {
        return fields.size() == 1 && fields.getFirst().first() == column;
    }

    boolean spans() {
        return fields.stream().anyMatch(Field::spans);
    }

    long numeric() {
        return fields.stream().filter(Field::numeric).count();
    }

    /** Both rows as one: what stands in the same columns becomes one field. */
    GridRow with(GridRow below) {
        List<Field> all = new ArrayList<>(fields);
        for (Field field : below.fields) {
            int met = -1;
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).first() <= field.last()
                        && field.first() <= all.get(i).last()) {
                    all.set(i, met < 0 ? all.get(i).with(field) : all.get(met).with(all.get(i)));
                    if (met >= 0) {
                        all.remove(met);
                        i--;
                    }
                    met = i;
                }
            }
            if (met < 0) {
                all.add(field);
            }
        }
        all.sort(java.util.Comparator.comparingInt(Field::first));
        return new GridRow(all, Math.min(top, below.top), Math.max(bottom, below.bottom), lines + below.lines);
    }
}
