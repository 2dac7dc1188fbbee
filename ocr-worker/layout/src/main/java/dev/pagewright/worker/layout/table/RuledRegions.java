package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Stretches of a page between horizontal rules of one width, as tables in books and papers have them. */
final class RuledRegions {

    /** In type sizes: widest gap within a line of dashes, and how far a slanting one moves up or down. */
    private static final double DASH_GAP = 1.0;

    private static final double DRIFT = 0.2;

    private final List<RuledLine> rules;
    private final List<TextRow> rows;
    private final Set<Segment> prose;
    private final double size;
    private final BodyBelow below;

    RuledRegions(List<RuledLine> rules, List<TextRow> rows, Set<Segment> prose, double size) {
        this.rules = undashed(rules, size).stream()
                .filter(rule -> rule.length() >= 6 * size)
                .toList();
        this.rows = rows;
        this.prose = prose;
        this.size = size;
        this.below = new BodyBelow(rows, size);
    }

    /** A picture shows a line of dashes as rules of any length with short gaps between: here it is one rule. */
    private static List<RuledLine> undashed(List<RuledLine> rules, double size) {
        List<RuledLine> whole = new ArrayList<>();
        for (RuledLine rule : rules) {
            RuledLine joined = rule;
            for (int i = whole.size() - 1; i >= 0 && joined.at() - whole.get(i).at() <= DRIFT * size; i--) {
                RuledLine other = whole.get(i);
                double gap = Math.max(joined.from(), other.from()) - Math.min(joined.to(), other.to());
                if (gap <= DASH_GAP * size) {
                    joined = new RuledLine(
                            other.at(), Math.min(joined.from(), other.from()), Math.max(joined.to(), other.to()));
                    whole.remove(i);
                    i = whole.size();
                }
            }
            whole.add(joined);
            whole.sort(Comparator.comparingDouble(RuledLine::at).thenComparingDouble(RuledLine::from));
        }
        return whole;
    }

    /** @return rows of each region, from top to bottom */
    List<List<TextRow>> find() {
        List<List<TextRow>> regions = new ArrayList<>();
        boolean[] used = new boolean[rules.size()];
        for (int i = 0; i < rules.size(); i++) {
            if (used[i]) {
                continue;
            }
            List<RuledLine> alike = new ArrayList<>();
            for (int j = i; j < rules.size(); j++) {
                if (!used[j] && (alike.isEmpty() || alike(alike.getLast(), rules.get(j)))) {
                    used[j] = true;
                    alike.add(rules.get(j));
                }
            }
            if (alike.size() >= 2 && !underlines(alike)) {
                cut(alike, regions);
            }
        }
        return regions;
    }

    private boolean alike(RuledLine a, RuledLine b) {
        return Math.abs(a.from() - b.from()) <= 1.5 * size && Math.abs(a.to() - b.to()) <= 1.5 * size;
    }

    /**
     * Whether the rules are drawn beneath one field of rows that go on beside them, as beneath the amounts of a bill:
     * what stands beside is neither prose nor has rules of its own.
     */
    private boolean underlines(List<RuledLine> alike) {
        RuledLine frame = alike.getFirst();
        int all = 0;
        int open = 0;
        for (TextRow row : rows) {
            if (row.middle() > frame.at() && row.middle() < alike.getLast().at()) {
                List<Segment> inside = row.within(frame.from() - size, frame.to() + size);
                all += inside.isEmpty() ? 0 : 1;
                open += !inside.isEmpty() && row.segments().stream().anyMatch(beside -> outside(beside, frame)) ? 1 : 0;
            }
        }
        return open * 2 > all;
    }

    private boolean outside(Segment segment, RuledLine frame) {
        double middle = segment.box().centerX();
        return !frame.covers(middle, size)
                && !prose.contains(segment)
                && rules.stream()
                        .noneMatch(rule -> rule.common(frame.from(), frame.to()) == 0 && rule.covers(middle, 0));
    }

    /** Cuts what lies between the first and the last rule where notes or prose part tables. */
    private void cut(List<RuledLine> alike, List<List<TextRow>> regions) {
        List<TextRow> open = new ArrayList<>();
        double from = alike.getFirst().at();
        for (TextRow row : band(alike.getFirst(), alike.getLast())) {
            if (note(row, alike.getFirst())) {
                close(open, from, alike, regions);
                open = new ArrayList<>();
                from = nextRule(alike, row.middle());
            } else if (row.middle() > from) {
                open.add(row);
            }
        }
        close(open, from, alike, regions);
    }

    private static double nextRule(List<RuledLine> alike, double below) {
        return alike.stream()
                .mapToDouble(RuledLine::at)
                .filter(at -> at > below)
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }

    private void close(List<TextRow> open, double from, List<RuledLine> alike, List<List<TextRow>> regions) {
        if (open.isEmpty()) {
            return;
        }
        List<TextRow> region = new ArrayList<>(open);
        double lastRule = alike.stream()
                .mapToDouble(RuledLine::at)
                .filter(at -> at < open.getLast().middle())
                .reduce(from, Math::max);
        while (!region.isEmpty()
                && region.getLast().segments().size() == 1
                && region.getLast().middle() > lastRule
                && !closed(region.getLast(), alike)) {
            region.removeLast();
        }
        if (!region.isEmpty()) {
            region = below.extend(region, alike.getFirst());
        }
        long parted = region.stream().filter(row -> row.segments().size() > 1).count();
        if (parted >= 2 && parted * 3 >= region.size()) {
            regions.add(region);
        }
    }

    /** Whether a rule follows close beneath the row. */
    private boolean closed(TextRow row, List<RuledLine> alike) {
        return alike.stream().anyMatch(rule -> rule.at() > row.middle() && rule.at() < row.bottom() + size);
    }

    private List<TextRow> band(RuledLine above, RuledLine below) {
        List<TextRow> band = new ArrayList<>();
        for (TextRow row : rows) {
            if (row.middle() > above.at() && row.middle() < below.at()) {
                List<Segment> inside = row.within(above.from() - size, above.to() + size);
                if (!inside.isEmpty()) {
                    band.add(TextRow.of(inside));
                }
            }
        }
        return band;
    }

    private boolean note(TextRow row, RuledLine frame) {
        if (row.segments().stream().anyMatch(prose::contains)) {
            return true;
        }
        boolean wide = row.box().width() >= 0.6 * frame.length();
        return row.segments().size() == 1 && wide && row.tokens().size() >= 8;
    }
}
