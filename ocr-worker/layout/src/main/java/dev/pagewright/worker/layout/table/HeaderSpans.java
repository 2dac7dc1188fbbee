package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds over which columns the headings of a header row stand: by the rule beneath them, or by what they are centred over. */
final class HeaderSpans {

    private final double[] lefts;
    private final double[] rights;
    private final List<RuledLine> rules;
    private final double size;

    /** @param body rows that tell where the text of each column lies */
    HeaderSpans(int columns, List<GridRow> body, List<RuledLine> rules, double size) {
        this.lefts = new double[columns];
        this.rights = new double[columns];
        this.rules = rules;
        this.size = size;
        Arrays.fill(lefts, Double.MAX_VALUE);
        Arrays.fill(rights, -Double.MAX_VALUE);
        for (GridRow row : body) {
            for (Field field : row.fields()) {
                if (!field.spans()) {
                    lefts[field.first()] = Math.min(lefts[field.first()], field.left());
                    rights[field.first()] = Math.max(rights[field.first()], field.right());
                }
            }
        }
    }

    /** @param below the next row, which tells which columns have headings of their own */
    GridRow spread(GridRow row, GridRow below) {
        List<Field> fields = new ArrayList<>(row.fields());
        for (int i = 0; i < fields.size(); i++) {
            int lowest = i == 0 ? 0 : fields.get(i - 1).last() + 1;
            int highest = i + 1 < fields.size() ? fields.get(i + 1).first() - 1 : lefts.length - 1;
            fields.set(i, spread(fields.get(i), row, below, lowest, highest));
        }
        return new GridRow(fields, row.top(), row.bottom(), row.lines());
    }

    /** A heading that stands alone in its row, centred over the columns beside the first, or over all. */
    GridRow centred(GridRow row) {
        if (row.fields().size() != 1 || row.only(0) || row.lines() > 2) {
            return row;
        }
        Field field = row.fields().getFirst();
        double center = (field.left() + field.right()) / 2;
        for (int first = Math.min(1, field.first()); first >= 0; first--) {
            int last = lefts.length - 1;
            if (known(first, last) && Math.abs((lefts[first] + rights[last]) / 2 - center) < 1.5 * size) {
                return new GridRow(List.of(field.over(first, last)), row.top(), row.bottom(), row.lines());
            }
        }
        return row;
    }

    private Field spread(Field field, GridRow row, GridRow below, int lowest, int highest) {
        Field ruled = underlined(field, row, lowest, highest);
        if (ruled != null) {
            return ruled;
        }
        double center = (field.left() + field.right()) / 2;
        Field best = field;
        boolean own =
                !field.spans() && known(field.first(), field.last()) && centred(field.first(), field.last(), center);
        if (own && row.fields().size() * 3 > lefts.length) {
            return field; // where many columns have text in this line, it is the first line of their own headings
        }
        for (int first = field.first(); first >= lowest && (first > 0 || field.first() == 0); first--) {
            for (int last = field.last(); last <= highest; last++) {
                boolean headed = below.at(first) != null && below.at(last) != null;
                boolean wider = last - first > best.last() - best.first();
                if (headed && wider && known(first, last) && centred(first, last, center)) {
                    best = field.over(first, last);
                }
            }
        }
        return best;
    }

    private boolean centred(int first, int last, double center) {
        return Math.abs((lefts[first] + rights[last]) / 2 - center) < 0.7 * size;
    }

    private boolean known(int first, int last) {
        return lefts[first] != Double.MAX_VALUE && lefts[last] != Double.MAX_VALUE;
    }

    private @Nullable Field underlined(Field field, GridRow row, int lowest, int highest) {
        for (RuledLine rule : rules) {
            boolean beneath = rule.at() > row.bottom() - 0.4 * size && rule.at() < row.bottom() + size;
            boolean under = rule.from() <= field.left() + size && rule.to() >= field.right() - size;
            if (!beneath || !under) {
                continue;
            }
            int first = Integer.MAX_VALUE;
            int last = -1;
            for (int column = lowest; column <= highest; column++) {
                double middle = (lefts[column] + rights[column]) / 2;
                if (known(column, column) && rule.covers(middle, 0)) {
                    first = Math.min(first, column);
                    last = Math.max(last, column);
                }
            }
            if (last >= first && first <= field.first() && last >= field.last()) {
                return field.over(first, last);
            }
        }
        return null;
    }
}
