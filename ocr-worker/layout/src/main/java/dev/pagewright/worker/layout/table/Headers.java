package dev.pagewright.worker.layout.table;

import java.util.List;

/** Tells how many lines at the top of a table are its header. */
final class Headers {

    private static final int MOST = 8;

    private final List<RuledLine> rules;
    private final double left;
    private final double right;

    Headers(List<RuledLine> rules, double left, double right) {
        this.rules = rules;
        this.left = left;
        this.right = right;
    }

    int count(List<GridRow> lines, double size) {
        int ruled = byRule(lines, size);
        int numeric = byNumbers(lines);
        if (ruled > 0 && (numeric == 0 || ruled <= numeric)) {
            return ruled;
        }
        return numeric > 0 ? numeric : byWeight(lines);
    }

    /** Lines above the first rule that goes through the whole table. */
    private int byRule(List<GridRow> lines, double size) {
        for (int i = 1; i < Math.min(MOST, lines.size()); i++) {
            double above = lines.get(i - 1).bottom() - 0.45 * size;
            double below = lines.get(i).top() + 0.45 * size;
            for (RuledLine rule : rules) {
                if (rule.at() > above && rule.at() < below && rule.common(left, right) >= 0.85 * (right - left)) {
                    return i;
                }
            }
        }
        return 0;
    }

    /** Lines above the first with numbers in most of its columns, where such lines are the rule. */
    private static int byNumbers(List<GridRow> lines) {
        long filled = lines.stream().filter(Headers::data).count();
        if (filled * 2 < lines.size()) {
            return 0;
        }
        int first = 0;
        while (first < lines.size() && !data(lines.get(first))) {
            first++;
        }
        // a heading of a group of rows stands alone and is no header
        while (first > 0 && lines.get(first - 1).only(0)) {
            first--;
        }
        return first <= MOST ? first : 0;
    }

    private static boolean data(GridRow line) {
        long numbers = line.fields().stream()
                .skip(1)
                .filter(Field::numeric)
                .filter(field -> !year(field))
                .count();
        return line.fields().size() > 1 && numbers * 2 > line.fields().size() - 1;
    }

    private static boolean year(Field field) {
        return field.text().matches("(19|20)\\d\\d([-–/]\\d{2,4})?");
    }

    private static int byWeight(List<GridRow> lines) {
        int bold = 0;
        while (bold < lines.size() && bold < MOST && bold(lines.get(bold))) {
            bold++;
        }
        return bold < lines.size() ? bold : 0;
    }

    private static boolean bold(GridRow line) {
        return line.fields().stream()
                .allMatch(field -> field.segments().stream().allMatch(Segment::bold));
    }
}
