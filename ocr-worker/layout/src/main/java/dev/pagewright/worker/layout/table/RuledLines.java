package dev.pagewright.worker.layout.table;

import dev.pagewright.worker.page.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of a page, those that lie in one line joined.
 *
 * @param horizontal from top to bottom
 * @param vertical from left to right
 * @param slack how far what belongs together may lie apart
 */
record RuledLines(List<RuledLine> horizontal, List<RuledLine> vertical, double slack) {

    /** Drawings have more; tables do not. */
    private static final int MOST = 3000;

    private static final Comparator<RuledLine> ORDER = Comparator.comparingDouble(RuledLine::at)
            .thenComparingDouble(RuledLine::from)
            .thenComparingDouble(RuledLine::to);

    /**
     * @param drawn as they stand on the page
     * @param size of the page's type, in its unit
     */
    static RuledLines of(List<Ruling> drawn, double size) {
        List<RuledLine> horizontal = new ArrayList<>();
        List<RuledLine> vertical = new ArrayList<>();
        for (Ruling ruling : drawn) {
            if (ruling.horizontal()) {
                horizontal.add(new RuledLine((ruling.y1() + ruling.y2()) / 2, ruling.x1(), ruling.x2()));
            } else {
                vertical.add(new RuledLine((ruling.x1() + ruling.x2()) / 2, ruling.y1(), ruling.y2()));
            }
        }
        return of(horizontal, vertical, size);
    }

    static RuledLines of(List<RuledLine> horizontal, List<RuledLine> vertical, double size) {
        double slack = 0.25 * size;
        return new RuledLines(join(horizontal, slack, size), join(vertical, slack, size), slack);
    }

    private static List<RuledLine> join(List<RuledLine> rules, double slack, double size) {
        List<RuledLine> sorted = new ArrayList<>(rules);
        if (sorted.size() > 4 * MOST) {
            sorted.sort(Comparator.comparingDouble(RuledLine::length).reversed().thenComparing(ORDER));
            sorted = new ArrayList<>(sorted.subList(0, 4 * MOST));
        }
        sorted.sort(ORDER);
        List<RuledLine> joined = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            int end = i + 1;
            while (end < sorted.size()
                    && sorted.get(end).at() - sorted.get(end - 1).at() <= slack / 2
                    && sorted.get(end).at() - sorted.get(i).at() <= slack) {
                end++;
            }
            joined.addAll(joinLine(sorted.subList(i, end), slack));
            i = end;
        }
        List<RuledLine> kept = new ArrayList<>(
                joined.stream().filter(rule -> rule.length() >= 0.8 * size).toList());
        if (kept.size() > MOST) {
            kept.sort(Comparator.comparingDouble(RuledLine::length).reversed().thenComparing(ORDER));
            kept = new ArrayList<>(kept.subList(0, MOST));
        }
        kept.sort(ORDER);
        return List.copyOf(kept);
    }

    /** Rules at one height: those that meet become one. */
    private static List<RuledLine> joinLine(List<RuledLine> line, double slack) {
        List<RuledLine> byStart = new ArrayList<>(line);
        byStart.sort(Comparator.comparingDouble(RuledLine::from).thenComparingDouble(RuledLine::to));
        double at = line.stream().mapToDouble(RuledLine::at).average().orElse(0);
        List<RuledLine> joined = new ArrayList<>();
        double from = byStart.getFirst().from();
        double to = byStart.getFirst().to();
        for (RuledLine rule : byStart) {
            if (rule.from() > to + slack) {
                joined.add(new RuledLine(at, from, to));
                from = rule.from();
                to = rule.to();
            }
            to = Math.max(to, rule.to());
        }
        joined.add(new RuledLine(at, from, to));
        return joined;
    }
}
