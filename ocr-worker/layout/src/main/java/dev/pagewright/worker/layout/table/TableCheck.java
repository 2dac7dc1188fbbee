package dev.pagewright.worker.layout.table;

import java.util.List;
import java.util.regex.Pattern;

/** Tells tables from what looks like one: lists, forms, tables of contents, prose in columns. */
final class TableCheck {

    private static final Pattern MARKER =
            Pattern.compile("[•‣▪▫■□●○◦∙·⁃➢➤►▶✓✔❖◆◇✦★☐☑\\uF0B7\\uF0A7\\uF0D8*–—-]|\\(?\\w{1,3}[.)]|\\[\\d+\\]|o");
    private static final Pattern LEADER = Pattern.compile(".*(\\.\\s?){4,}.*|.*(…\\s?){2,}.*|.*_{4,}.*");
    private static final Pattern PAGE = Pattern.compile("\\d{1,4}|[ivxlc]{1,6}");

    private TableCheck() {}

    /** For rows between rules: what stands there is a table unless it is a list. */
    static boolean ruled(List<TextRow> rows, Columns columns, double size) {
        List<GridRow> lines = lines(rows, columns, size);
        return columns.count() >= 2 && several(lines) >= 2 && !list(lines, columns.count());
    }

    /** For rows without rules around them; one beneath the first rows tells a header. */
    static boolean unruled(List<TextRow> rows, Columns columns, List<RuledLine> rules, double size) {
        List<GridRow> lines = lines(rows, columns, size);
        int count = columns.count();
        long several = several(lines);
        if (count < 2 || several < 3 || several * 2 < lines.size() || list(lines, count) || contents(lines, count)) {
            return false;
        }
        long crossing = lines.stream()
                .filter(line -> line.fields().size() > 1 && line.spans())
                .count();
        if (crossing * 3 > several) {
            return false;
        }
        double others = lines.stream()
                .mapToLong(line -> Math.max(0, line.fields().size() - 1))
                .sum();
        double numbers = lines.stream()
                .mapToLong(line ->
                        line.fields().stream().skip(1).filter(Field::numeric).count())
                .sum();
        double filled = (others + lines.size()) / ((double) count * lines.size());
        if (numbers >= 0.5 * others && filled >= 0.3) {
            return count > 2 || several >= 4;
        }
        double words = lines.stream()
                .flatMap(line -> line.fields().stream())
                .mapToInt(field -> field.tokens().size())
                .average()
                .orElse(0);
        if (several < 4 || filled < 0.6 || words > 4 || form(lines)) {
            return false;
        }
        return count >= 3 || headed(rows, rules, size);
    }

    private static List<GridRow> lines(List<TextRow> rows, Columns columns, double size) {
        var placer = new FieldPlacer(columns, size);
        return rows.stream().map(placer::row).toList();
    }

    private static long several(List<GridRow> lines) {
        return lines.stream().filter(line -> line.fields().size() > 1).count();
    }

    private static boolean list(List<GridRow> lines, int columns) {
        long marked = lines.stream()
                .filter(line -> line.fields().size() > 1)
                .filter(line -> MARKER.matcher(line.fields().getFirst().text()).matches())
                .count();
        return columns == 2 && marked * 2 > several(lines);
    }

    private static boolean contents(List<GridRow> lines, int columns) {
        long led = lines.stream()
                .filter(line -> line.fields().size() > 1
                        || LEADER.matcher(line.fields().getFirst().text()).matches())
                .filter(line -> PAGE.matcher(line.fields().getLast().text()).matches()
                        && line.fields().stream()
                                .anyMatch(field -> LEADER.matcher(field.text()).matches()))
                .count();
        return columns <= 3 && led * 2 > lines.size();
    }

    private static boolean headed(List<TextRow> rows, List<RuledLine> rules, double size) {
        double left = rows.stream().mapToDouble(row -> row.box().left()).min().orElse(0);
        double right = rows.stream().mapToDouble(row -> row.box().right()).max().orElse(0);
        return rules.stream()
                .anyMatch(rule -> rule.at() > rows.getFirst().middle()
                        && rule.at() < rows.get(Math.min(2, rows.size() - 1)).top() + 0.5 * size
                        && rule.common(left, right) >= 0.8 * (right - left));
    }

    private static boolean form(List<GridRow> lines) {
        long labels = lines.stream()
                .filter(line -> line.fields().getFirst().text().endsWith(":"))
                .count();
        return labels * 2 > lines.size();
    }
}
