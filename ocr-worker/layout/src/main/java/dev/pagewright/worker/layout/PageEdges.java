package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.Block.PageFurniture;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds headers, footers and page numbers that a single page shows to be such: rows at its edge, apart from the text,
 * that hold a page number or where the page came from. What only repetition shows is left to the document pass.
 *
 * @param top from the edge inwards, {@code bottom} likewise from top to bottom
 */
record PageEdges(List<Block> top, List<Block> bottom, Set<Word> words) {

    private static final Pattern NUMBER = Pattern.compile(
            "[\\s\\-–—·|\\[(]*(?:page|p\\.|seite|página|pagina|strana|第)?\\s*(?:\\d{1,4}|[ivxlc]{1,7}|[A-Z]-\\d{1,3})"
                    + "\\s*(?:页|頁|ページ)?(?:\\s*(?:/|of|von|de|di|sur)\\s*\\d{1,4})?[\\s\\-–—·|\\])]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOURCE = Pattern.compile(
            ".*(?:https?://|www\\.|©|\\(c\\) ?\\d{4}|all rights reserved|downloaded from|digitized by|doi:).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final double EDGE = 0.12;
    private static final double RIM = 0.07;
    private static final int MOST_ROWS = 3;
    /** Fewer rows may be a label, a ticket or a card, where nothing is furniture. */
    private static final int FEWEST_ROWS = 8;

    static PageEdges of(List<Atom.Run> runs, double height, PageMeasure measure) {
        List<Row> rows = Rows.of(runs, measure.rightToLeft());
        List<Block> top = new ArrayList<>();
        List<Block> bottom = new ArrayList<>();
        if (rows.size() >= FEWEST_ROWS) {
            var search = new Search(rows, height, measure);
            int above = search.count(true);
            int below = search.count(false);
            rows.subList(0, above).forEach(row -> top.add(search.block(row, true)));
            rows.subList(rows.size() - below, rows.size()).forEach(row -> bottom.add(search.block(row, false)));
        }
        Set<Word> words = Collections.newSetFromMap(new IdentityHashMap<>());
        top.forEach(block -> block.lines().forEach(line -> words.addAll(line.words())));
        bottom.forEach(block -> block.lines().forEach(line -> words.addAll(line.words())));
        return new PageEdges(top, bottom, words);
    }

    boolean holds(Atom.Run run) {
        return words.contains(run.words().getFirst());
    }

    private record Search(List<Row> rows, double height, PageMeasure measure) {

        /** How many rows at this edge are furniture. */
        int count(boolean top) {
            int count = 0;
            for (int i = 0; i < MOST_ROWS; i++) {
                if (kind(row(i, top), row(i + 1, top), top) == null) {
                    break;
                }
                double gap = top
                        ? row(i + 1, top).box().top() - row(i, top).box().bottom()
                        : row(i, top).box().top() - row(i + 1, top).box().bottom();
                if (gap >= 0.7 * measure.bodySize()) {
                    count = i + 1;
                }
            }
            return count;
        }

        Block block(Row row, boolean top) {
            boolean number = number(row);
            PageFurniture.Kind kind = number
                    ? PageFurniture.Kind.PAGE_NUMBER
                    : top ? PageFurniture.Kind.PAGE_HEADER : PageFurniture.Kind.PAGE_FOOTER;
            return new PageFurniture(BlockMaker.content(row.text().strip(), List.of(row.line())), kind);
        }

        private Row row(int index, boolean top) {
            return rows.get(top ? index : rows.size() - 1 - index);
        }

        private PageFurniture.@Nullable Kind kind(Row row, Row inner, boolean top) {
            boolean edge = within(row, top, EDGE);
            boolean lone = row.text().strip().length() <= 3 && within(row, top, 0.4) && apart(row, inner, top);
            if (row.size() > 1.5 * measure.bodySize() || !(edge || lone)) {
                return null;
            }
            if (number(row)) {
                return PageFurniture.Kind.PAGE_NUMBER;
            }
            boolean source = within(row, top, RIM)
                    && SOURCE.matcher(row.text()).matches()
                    && row.size() <= measure.bodySize() * 1.05;
            boolean numbered = edge && numbered(row) && !numbered(inner);
            return source || numbered ? (top ? PageFurniture.Kind.PAGE_HEADER : PageFurniture.Kind.PAGE_FOOTER) : null;
        }

        private boolean within(Row row, boolean top, double share) {
            return top ? row.box().bottom() <= share * height : row.box().top() >= (1 - share) * height;
        }

        private boolean apart(Row row, Row inner, boolean top) {
            double gap = top
                    ? inner.box().top() - row.box().bottom()
                    : row.box().top() - inner.box().bottom();
            return gap >= 2 * measure.bodySize();
        }

        private static boolean number(Row row) {
            return NUMBER.matcher(row.text().strip()).matches();
        }

        /** A line with a number at one end, and a wide gap between it and the rest. */
        private boolean numbered(Row row) {
            List<Word> words = row.line().words();
            if (words.size() < 2 || words.size() > 16) {
                return false;
            }
            double wide = 1.5 * measure.bodySize();
            boolean first =
                    NUMBER.matcher(words.getFirst().text()).matches() && gap(words.getFirst(), words.get(1)) > wide;
            boolean last = NUMBER.matcher(words.getLast().text()).matches()
                    && gap(words.get(words.size() - 2), words.getLast()) > wide;
            return first || last;
        }

        private static double gap(Word a, Word b) {
            return Math.max(
                    b.box().left() - a.box().right(), a.box().left() - b.box().right());
        }
    }
}
