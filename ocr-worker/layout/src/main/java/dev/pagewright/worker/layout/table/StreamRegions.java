package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stretches of rows that may be a table without rules: rows of several segments, one under another, free of prose. */
final class StreamRegions {

    /** In type sizes: rows further apart are not of one table. */
    private static final double WIDEST_GAP = 2.2;

    private static final int SINGLE_ROWS = 3;

    private final List<TextRow> rows;
    private final Set<Segment> prose;
    private final double size;

    StreamRegions(List<TextRow> rows, Set<Segment> prose, double size) {
        this.rows = rows;
        this.prose = prose;
        this.size = size;
    }

    List<List<TextRow>> find() {
        List<TextRow> pieces = new ArrayList<>();
        List<Boolean> flowing = new ArrayList<>();
        for (TextRow row : rows) {
            cut(row, pieces, flowing);
        }
        var sets = new UnionFind(pieces.size());
        link(pieces, flowing, sets);
        Map<Integer, List<TextRow>> groups = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!flowing.get(i)) {
                groups.computeIfAbsent(sets.find(i), key -> new ArrayList<>()).add(pieces.get(i));
            }
        }
        List<List<TextRow>> regions = new ArrayList<>();
        groups.values().forEach(group -> regions.addAll(parts(joined(group))));
        return regions;
    }

    /** Pieces of a row between its segments of prose, and those segments themselves. */
    private void cut(TextRow row, List<TextRow> pieces, List<Boolean> flowing) {
        List<Segment> open = new ArrayList<>();
        for (Segment segment : row.segments()) {
            if (prose.contains(segment)) {
                if (!open.isEmpty()) {
                    pieces.add(TextRow.of(open));
                    flowing.add(false);
                    open = new ArrayList<>();
                }
                pieces.add(TextRow.of(List.of(segment)));
                flowing.add(true);
            } else {
                open.add(segment);
            }
        }
        if (!open.isEmpty()) {
            pieces.add(TextRow.of(open));
            flowing.add(false);
        }
    }

    /** Links each piece to those close above that it, or what it is linked to, stands under, unless prose comes between. */
    private void link(List<TextRow> pieces, List<Boolean> flowing, UnionFind sets) {
        double[] lefts =
                pieces.stream().mapToDouble(piece -> piece.box().left()).toArray();
        double[] rights =
                pieces.stream().mapToDouble(piece -> piece.box().right()).toArray();
        for (int i = 1; i < pieces.size(); i++) {
            if (flowing.get(i)) {
                continue;
            }
            TextRow piece = pieces.get(i);
            for (int j = i - 1; j >= Math.max(0, i - 40); j--) {
                TextRow above = pieces.get(j);
                if (above.bottom() > piece.middle()) {
                    continue;
                }
                int set = sets.find(j);
                boolean under = lefts[set] < piece.box().right()
                        && rights[set] > piece.box().left();
                if (piece.top() - above.bottom() > WIDEST_GAP * size || (under && flowing.get(j))) {
                    break;
                }
                if (under && !flowing.get(j)) {
                    double left = Math.min(lefts[set], lefts[sets.find(i)]);
                    double right = Math.max(rights[set], rights[sets.find(i)]);
                    sets.union(i, j);
                    lefts[sets.find(i)] = left;
                    rights[sets.find(i)] = right;
                }
            }
        }
    }

    /** Pieces of one row that came into one group through others become one row again. */
    private static List<TextRow> joined(List<TextRow> group) {
        List<TextRow> joined = new ArrayList<>();
        for (TextRow piece : group) {
            TextRow last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && Math.abs(last.middle() - piece.middle())
                            < 1e-9 + 0.2 * last.box().height()
                    && last.box().right() <= piece.box().left()) {
                List<Segment> both = new ArrayList<>(last.segments());
                both.addAll(piece.segments());
                joined.set(joined.size() - 1, TextRow.of(both));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    /** Cuts a group where several rows of one segment follow each other, and such rows off its ends. */
    private static List<List<TextRow>> parts(List<TextRow> group) {
        List<List<TextRow>> parts = new ArrayList<>();
        List<TextRow> open = new ArrayList<>();
        int last = 0; // rows of the open part up to the last one with several segments
        for (TextRow row : group) {
            boolean several = row.segments().size() > 1
                    && !Captions.begins(row.segments().getFirst().text());
            if (!several && open.size() - last >= SINGLE_ROWS) {
                parts.add(List.copyOf(open.subList(0, last)));
                open.clear();
                last = 0;
            }
            if (several || !open.isEmpty()) {
                open.add(row);
            }
            last = several ? open.size() : last;
        }
        parts.add(List.copyOf(open.subList(0, last)));
        return parts.stream().filter(part -> part.size() >= 2).toList();
    }
}
