package dev.pagewright.worker.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups the rows of a column into paragraphs by what a typesetter does to part them: leading, indents, short last
 * lines, a change of type.
 */
final class Paragraphs {

    private final List<Row> rows;
    private final boolean rightToLeft;
    private final double left;
    private final double right;
    private final double leading;

    private Paragraphs(List<Row> rows, boolean rightToLeft) {
        this.rows = rows;
        this.rightToLeft = rightToLeft;
        this.left = rows.stream().mapToDouble(row -> row.box().left()).min().orElse(0);
        this.right = rows.stream().mapToDouble(row -> row.box().right()).max().orElse(0);
        this.leading = leading(rows);
    }

    /** @param rows of one column from top to bottom */
    static List<List<Row>> of(List<Row> rows, boolean rightToLeft) {
        return new Paragraphs(rows, rightToLeft).group();
    }

    private List<List<Row>> group() {
        List<List<Row>> groups = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0 || begins(i, groups.getLast())) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(rows.get(i));
        }
        return groups;
    }

    private boolean begins(int index, List<Row> paragraph) {
        Row row = rows.get(index);
        Row before = rows.get(index - 1);
        double size = Math.max(1e-3, Math.min(row.size(), before.size()));
        double step = row.box().bottom() - before.box().bottom();
        double gap = row.box().top() - before.box().bottom();
        boolean wide = step > 1.45 * Math.max(leading * size, before.box().height()) && gap > 0.35 * size;
        if (wide || gap > 1.1 * size) {
            return true;
        }
        if (otherType(before, row)) {
            return true;
        }
        if (ListMarker.of(row.text()).isPresent() && startsItem(index, paragraph)) {
            return true;
        }
        boolean centred = centred(before) && centred(row);
        return !centred && (indented(index, paragraph, size) || ended(before, row, size));
    }

    /** A hyphen or number may begin any line: it is a marker where the line stands out or others like it do. */
    private boolean startsItem(int index, List<Row> paragraph) {
        Row row = rows.get(index);
        ListMarker marker = ListMarker.of(row.text()).orElseThrow();
        if (!marker.ordered() && !"-–—*o".contains(marker.text())) {
            return true;
        }
        if (ListMarker.of(paragraph.getFirst().text()).isPresent()) {
            return inset(row) <= inset(paragraph.getFirst()) + 3 * row.size()
                    || ended(rows.get(index - 1), row, row.size());
        }
        return ended(rows.get(index - 1), row, row.size())
                || inset(row) > inset(rows.get(index - 1)) + 0.8 * row.size();
    }

    private static boolean otherType(Row a, Row b) {
        double ratio = Math.max(a.size(), b.size()) / Math.max(1e-3, Math.min(a.size(), b.size()));
        boolean known = TypeSize.known(a.line()) && TypeSize.known(b.line());
        return ratio > (known ? 1.12 : 1.4)
                || a.bold() != b.bold()
                || a.line().style().monospace() != b.line().style().monospace();
    }

    /** A first line that is set in, or the end of a hanging indent. */
    private boolean indented(int index, List<Row> paragraph, double size) {
        Row row = rows.get(index);
        double step = inset(row) - inset(rows.get(index - 1));
        double little = 0.6 * size;
        if (step > little) {
            boolean hangs = paragraph.size() == 1
                    && index + 1 < rows.size()
                    && Math.abs(inset(rows.get(index + 1)) - inset(row)) < little;
            boolean item = ListMarker.of(paragraph.getFirst().text()).isPresent();
            return paragraph.size() > 1 || !(hangs || item);
        }
        // back to the edge after lines that hang
        return step < -little && paragraph.size() > 1;
    }

    /** Whether the line before stopped although the next one's first word had room on it. */
    private boolean ended(Row before, Row row, double size) {
        double room =
                rightToLeft ? before.box().left() - left : right - before.box().right();
        return room > firstWord(row) + 1.5 * size && room > 0.08 * (right - left);
    }

    private static double firstWord(Row row) {
        var words = row.line().words();
        return words.isEmpty() ? 0 : words.getFirst().box().width();
    }

    private double inset(Row row) {
        if (row.besideInitial()) {
            return 0;
        }
        return rightToLeft ? right - row.box().right() : row.box().left() - left;
    }

    private boolean centred(Row row) {
        double before = row.box().left() - left;
        double after = right - row.box().right();
        return Math.abs(before - after) < 1.2 * row.size() && before > 1.5 * row.size();
    }

    /** Typical distance of lines of one size, in type sizes. */
    private static double leading(List<Row> rows) {
        double[] steps = new double[Math.max(0, rows.size() - 1)];
        for (int i = 0; i < steps.length; i++) {
            double size = Math.max(1e-3, rows.get(i + 1).size());
            steps[i] = (rows.get(i + 1).box().bottom() - rows.get(i).box().bottom()) / size;
        }
        double[] usual = Arrays.stream(steps)
                .filter(step -> step > 0.5 && step < 3)
                .sorted()
                .toArray();
        return usual.length == 0 ? 1.3 : usual[usual.length / 3];
    }
}
