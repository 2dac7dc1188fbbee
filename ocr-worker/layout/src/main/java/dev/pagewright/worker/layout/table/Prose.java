package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the lines of paragraphs: lines of many words, one under another, that end near the same place. */
final class Prose {

    /** All lengths in type sizes. */
    private static final double SHORTEST = 12;

    private static final double RAGGED = 4;
    private static final double JUSTIFIED = 0.8;
    private static final double PITCH = 2.7;

    private record Pair(Segment upper, Segment lower, boolean justified, boolean besideFields) {}

    private final List<TextRow> rows;
    private final Set<Segment> prose = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Segment, TextRow> rowOf = new IdentityHashMap<>();

    private Prose(List<TextRow> rows) {
        this.rows = rows;
        rows.forEach(row -> row.segments().forEach(segment -> rowOf.put(segment, row)));
    }

    /** @return by identity */
    static Set<Segment> of(List<TextRow> rows) {
        var search = new Prose(rows);
        search.chains();
        search.lastLines();
        return search.prose;
    }

    private void chains() {
        var pairs = new IdentityHashMap<Segment, Pair>();
        Set<Segment> follows = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < rows.size(); i++) {
            for (Segment segment : rows.get(i).segments()) {
                Pair pair = wordy(segment) ? pair(segment, i) : null;
                if (pair != null) {
                    pairs.put(segment, pair);
                    follows.add(pair.lower());
                }
            }
        }
        for (TextRow row : rows) {
            for (Segment segment : row.segments()) {
                if (pairs.containsKey(segment) && !follows.contains(segment)) {
                    chain(segment, pairs);
                }
            }
        }
    }

    private void chain(Segment head, IdentityHashMap<Segment, Pair> pairs) {
        List<Segment> chain = new ArrayList<>(List.of(head));
        int plain = 0;
        int justified = 0;
        Pair pair = pairs.get(head);
        while (pair != null) {
            chain.add(pair.lower());
            plain += pair.besideFields() ? 0 : 1;
            justified += pair.justified() ? 1 : 0;
            pair = pairs.get(pair.lower());
        }
        int links = chain.size() - 1;
        double words = chain.stream()
                .mapToInt(segment -> segment.tokens().size())
                .average()
                .orElse(0);
        boolean column = justified >= 5 && justified * 2 >= links && words >= 7; // beside a table, perhaps
        if ((plain * 2 > links && links >= 2) || column) {
            prose.addAll(chain);
        }
    }

    private @Nullable Pair pair(Segment upper, int row) {
        Segment lower = below(upper, row);
        if (lower == null || !wordy(lower)) {
            return null;
        }
        double size = upper.size();
        double step = lower.box().bottom() - upper.box().bottom();
        double leftStep = Math.abs(lower.left() - upper.left());
        double rightStep = Math.abs(lower.right() - upper.right());
        boolean sameType = Math.abs(lower.size() - size) <= 0.15 * size;
        if (!sameType || step > PITCH * size || leftStep > RAGGED * size || rightStep > RAGGED * size) {
            return null;
        }
        boolean justified = leftStep <= JUSTIFIED * size && rightStep <= JUSTIFIED * size;
        return new Pair(upper, lower, justified, besideField(upper) || besideField(lower));
    }

    private @Nullable Segment below(Segment upper, int row) {
        for (int i = row + 1; i < Math.min(rows.size(), row + 5); i++) {
            for (Segment candidate : rows.get(i).segments()) {
                double common = Math.min(upper.right(), candidate.right()) - Math.max(upper.left(), candidate.left());
                double narrower = Math.min(upper.box().width(), candidate.box().width());
                if (common > 0.6 * narrower && common > 0) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** The last line of a paragraph may be short. */
    private void lastLines() {
        for (int i = 0; i < rows.size(); i++) {
            for (Segment segment : rows.get(i).segments()) {
                Segment lower = prose.contains(segment) ? below(segment, i) : null;
                if (lower == null || prose.contains(lower) || besideField(lower)) {
                    continue;
                }
                double size = segment.size();
                boolean near = lower.box().bottom() - segment.box().bottom() <= 1.8 * size;
                if (near
                        && Math.abs(lower.left() - segment.left()) <= JUSTIFIED * size
                        && lower.right() <= segment.right() + size) {
                    prose.add(lower);
                }
            }
        }
    }

    /** Whether something short stands on the same row, as it does in tables. */
    private boolean besideField(Segment segment) {
        TextRow row = rowOf.get(segment);
        return row != null
                && row.segments().stream()
                        .anyMatch(other -> !other.equals(segment) && !wordy(other) && other.letters() > 1);
    }

    private static boolean wordy(Segment segment) {
        int words = segment.tokens().size();
        long alphabetic = segment.tokens().stream()
                .filter(token -> Character.isLetter(token.text().codePointAt(0)))
                .count();
        boolean unspaced = words <= 2 && segment.letters() >= 16;
        return segment.box().width() >= SHORTEST * segment.size()
                && (words >= 4 || unspaced)
                && alphabetic >= 0.6 * words;
    }
}
