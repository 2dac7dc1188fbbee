package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stretches of a page between horizontal rules of one width, as tables in books and papers have them. */
final class RuledRegions {

    private final List<Rule> rules;
    private final List<TextRow> rows;
    private final Set<Segment> prose;
    private final double size;

    RuledRegions(List<Rule> rules, List<TextRow> rows, Set<Segment> prose, double size) {
        this.rules = rules.stream().filter(rule -> rule.length() >= 6 * size).toList();
        this.rows = rows;
        this.prose = prose;
        this.size = size;
    }

    /** @return rows of each region, from top to bottom */
    List<List<TextRow>> find() {
        List<List<TextRow>> regions = new ArrayList<>();
        boolean[] used = new boolean[rules.size()];
        for (int i = 0; i < rules.size(); i++) {
            if (!used[i]) {
                follow(i, used, regions);
            }
        }
        return regions;
    }

    private void follow(int start, boolean[] used, List<List<TextRow>> regions) {
        List<TextRow> region = new ArrayList<>();
        Rule last = rules.get(start);
        used[start] = true;
        for (int i = start + 1; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (used[i] || !alike(last, rule)) {
                continue;
            }
            used[i] = true;
            List<TextRow> band = band(last, rule);
            if (tabular(band) || (!region.isEmpty() && band.size() <= 2)) {
                region.addAll(band);
            } else {
                add(region, regions);
                region = new ArrayList<>();
            }
            last = rule;
        }
        add(region, regions);
    }

    private static void add(List<TextRow> region, List<List<TextRow>> regions) {
        if (region.stream().filter(row -> row.segments().size() > 1).count() >= 2) {
            regions.add(region);
        }
    }

    private boolean alike(Rule a, Rule b) {
        return Math.abs(a.from() - b.from()) <= 1.5 * size && Math.abs(a.to() - b.to()) <= 1.5 * size;
    }

    private List<TextRow> band(Rule above, Rule below) {
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

    private boolean tabular(List<TextRow> band) {
        long parted = band.stream().filter(row -> row.segments().size() > 1).count();
        long flowing = band.stream()
                .filter(row -> row.segments().stream().anyMatch(prose::contains))
                .count();
        return parted > 0 && parted * 3 >= band.size() && flowing * 2 <= band.size();
    }
}
