package dev.pagewright.worker.vision.alignment;

import java.util.Arrays;

/**
 * The cheapest way to make a stretch of the page of a stretch of the answer (Levenshtein), searched in a band around the
 * diagonal that keeps time and memory within bounds.
 */
final class EditPath {

    @FunctionalInterface
    interface Pairs {
        void pair(int answer, int page);
    }

    private static final long MOST_FIELDS = 8_000_000;
    private static final byte BOTH = 0;
    private static final byte ANSWER = 1;
    private static final byte PAGE = 2;
    private static final int FAR = Integer.MAX_VALUE / 2;

    private final int[] answer;
    private final int[] page;
    private final int from;
    private final int to;
    private final int pageFrom;
    private final int pageTo;
    private final int width;
    private final byte[][] steps;
    private int equal;

    private EditPath(int[] answer, int from, int to, int[] page, int pageFrom, int pageTo) {
        this.answer = answer;
        this.page = page;
        this.from = from;
        this.to = to;
        this.pageFrom = pageFrom;
        this.pageTo = Math.max(pageFrom, pageTo);
        int rows = to - from + 1;
        int columns = this.pageTo - pageFrom + 1;
        this.width = (int) Math.max(3, Math.min(columns, MOST_FIELDS / rows));
        this.steps = new byte[rows][];
        search(rows, columns);
        pairs((a, p) -> equal += answer[a] == page[p] ? 1 : 0);
    }

    static EditPath between(int[] answer, int from, int to, int[] page, int pageFrom, int pageTo) {
        return new EditPath(answer, from, to, page, pageFrom, pageTo);
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int pageFrom() {
        return pageFrom;
    }

    int pageTo() {
        return pageTo;
    }

    /** Letters that are the same on both sides. */
    int equal() {
        return equal;
    }

    /** First column of a row's band. */
    private int start(int row, int rows, int columns) {
        long center = (long) row * (columns - 1) / Math.max(1, rows - 1);
        return Math.clamp(center - width / 2, 0, Math.max(0, columns - width));
    }

    private void search(int rows, int columns) {
        int[] above = new int[columns];
        int[] costs = new int[columns];
        Arrays.fill(above, FAR);
        for (int row = 0; row < rows; row++) {
            int first = start(row, rows, columns);
            int end = Math.min(columns, first + width);
            byte[] step = new byte[end - first];
            Arrays.fill(costs, FAR);
            for (int column = first; column < end; column++) {
                if (row == 0) {
                    costs[column] = column;
                    step[column - first] = PAGE;
                    continue;
                }
                int best = above[column] + 1;
                byte how = ANSWER;
                if (column > 0) {
                    int both = above[column - 1] + (answer[from + row - 1] == page[pageFrom + column - 1] ? 0 : 1);
                    if (both <= best) {
                        best = both;
                        how = BOTH;
                    }
                    if (column > first && costs[column - 1] + 1 < best) {
                        best = costs[column - 1] + 1;
                        how = PAGE;
                    }
                }
                costs[column] = Math.min(best, FAR);
                step[column - first] = how;
            }
            steps[row] = step;
            int[] swap = above;
            above = costs;
            costs = swap;
        }
    }

    /** Every pair of letters that stand for each other, last first. */
    void pairs(Pairs pairs) {
        int rows = to - from + 1;
        int columns = pageTo - pageFrom + 1;
        int row = rows - 1;
        int column = columns - 1;
        while (row > 0 && column > 0) {
            int first = start(row, rows, columns);
            int place = Math.clamp(column - first, 0, steps[row].length - 1);
            switch (steps[row][place]) {
                case BOTH -> pairs.pair(from + --row, pageFrom + --column);
                case ANSWER -> row--;
                default -> column--;
            }
        }
    }
}
