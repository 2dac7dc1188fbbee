package dev.pagewright.worker.layout.table;

import dev.pagewright.document.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts words on rows and splits the rows where a gap is wider than a blank. */
final class RowFinder {

    /** In type sizes; blanks are about 0.25, those of justified lines up to 0.6. */
    static final double CELL_GAP = 0.62;

    private static final double NUMBER_GAP = 0.42;
    private static final double APART = 0.1;

    private static final int REACH = 16;

    private static final Comparator<Token> DOWN = Comparator.comparingDouble(
                    (Token token) -> token.box().centerY())
            .thenComparingDouble(token -> token.box().left())
            .thenComparingDouble(token -> token.box().right());

    private static final Comparator<Token> ACROSS = Comparator.comparingDouble(
                    (Token token) -> token.box().left())
            .thenComparingDouble(token -> token.box().right())
            .thenComparingDouble(token -> token.box().top());

    private static final class Open {
        private final List<Token> tokens = new ArrayList<>();
        private double top;
        private double bottom;

        boolean takes(Token token) {
            double common = Math.min(bottom, token.box().bottom())
                    - Math.max(top, token.box().top());
            double lower = Math.min(bottom - top, token.box().height());
            return common >= 0.55 * lower;
        }

        void add(Token token) {
            // the tallest word says where the row is, so that raised marks neither move nor part it
            if (tokens.isEmpty() || token.box().height() > bottom - top) {
                top = token.box().top();
                bottom = token.box().bottom();
            }
            tokens.add(token);
        }
    }

    private RowFinder() {}

    /** @return rows from top to bottom */
    static List<TextRow> rows(List<Token> tokens) {
        List<Token> sorted = new ArrayList<>(tokens);
        sorted.sort(DOWN);
        List<Open> rows = new ArrayList<>();
        for (Token token : sorted) {
            Open row = null;
            double nearest = Double.MAX_VALUE;
            for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - REACH); i--) {
                Open open = rows.get(i);
                double distance =
                        Math.abs((open.top + open.bottom) / 2 - token.box().centerY());
                if (distance < nearest && open.takes(token)) {
                    nearest = distance;
                    row = open;
                }
            }
            if (row == null) {
                row = new Open();
                rows.add(row);
            }
            row.add(token);
        }
        return rows.stream()
                .map(row -> TextRow.of(segments(row.tokens)))
                .sorted(Comparator.comparingDouble(TextRow::middle))
                .toList();
    }

    private static List<Segment> segments(List<Token> row) {
        List<Token> across = new ArrayList<>(row);
        across.sort(ACROSS);
        List<Segment> segments = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        double end = 0;
        for (Token token : across) {
            if (!open.isEmpty() && token.box().left() - end > gap(open.getLast(), token) * token.size()) {
                segments.add(Segment.of(open));
                open = new ArrayList<>();
            }
            end = open.isEmpty()
                    ? token.box().right()
                    : Math.max(end, token.box().right());
            open.add(token);
        }
        segments.add(Segment.of(open));
        return segments;
    }

    /** Numbers are not set side by side but in columns; nor are lines of an image that the engine kept apart. */
    private static double gap(Token left, Token right) {
        boolean seen = left.line().engine() != Engine.TEXT_LAYER;
        if (seen && !left.line().equals(right.line())) {
            return APART;
        }
        return number(left.text()) && number(right.text()) ? NUMBER_GAP : CELL_GAP;
    }

    private static boolean number(String text) {
        return text.length() > 1
                && text.codePoints().anyMatch(Character::isDigit)
                && text.codePoints().noneMatch(Character::isLetter);
    }

    static double typicalSize(List<Token> tokens) {
        double[] sizes = tokens.stream().mapToDouble(Token::size).sorted().toArray();
        return sizes.length == 0
                ? 1
                : Math.max(
                        1e-3,
                        Arrays.stream(sizes).skip(sizes.length / 2).findFirst().orElse(1));
    }
}
