package dev.pagewright.worker.layout.table;

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
record Rules(List<Rule> horizontal, List<Rule> vertical, double slack) {

    /** Drawings have more; tables do not. */
    private static final int MOST = 3000;

    private static final Comparator<Rule> ORDER =
            Comparator.comparingDouble(Rule::at).thenComparingDouble(Rule::from).thenComparingDouble(Rule::to);

    static Rules of(List<Rule> horizontal, List<Rule> vertical, double size) {
        double slack = 0.25 * size;
        return new Rules(join(horizontal, slack, size), join(vertical, slack, size), slack);
    }

    private static List<Rule> join(List<Rule> rules, double slack, double size) {
        List<Rule> sorted = new ArrayList<>(rules);
        if (sorted.size() > 4 * MOST) {
            sorted.sort(Comparator.comparingDouble(Rule::length).reversed().thenComparing(ORDER));
            sorted = new ArrayList<>(sorted.subList(0, 4 * MOST));
        }
        sorted.sort(ORDER);
        List<Rule> joined = new ArrayList<>();
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
        List<Rule> kept = new ArrayList<>(
                joined.stream().filter(rule -> rule.length() >= 0.8 * size).toList());
        if (kept.size() > MOST) {
            kept.sort(Comparator.comparingDouble(Rule::length).reversed().thenComparing(ORDER));
            kept = new ArrayList<>(kept.subList(0, MOST));
        }
        kept.sort(ORDER);
        return List.copyOf(kept);
    }

    /** Rules at one height: those that meet become one. */
    private static List<Rule> joinLine(List<Rule> line, double slack) {
        List<Rule> byStart = new ArrayList<>(line);
        byStart.sort(Comparator.comparingDouble(Rule::from).thenComparingDouble(Rule::to));
        double at = line.stream().mapToDouble(Rule::at).average().orElse(0);
        List<Rule> joined = new ArrayList<>();
        double from = byStart.getFirst().from();
        double to = byStart.getFirst().to();
        for (Rule rule : byStart) {
            if (rule.from() > to + slack) {
                joined.add(new Rule(at, from, to));
                from = rule.from();
                to = rule.to();
            }
            to = Math.max(to, rule.to());
        }
        joined.add(new Rule(at, from, to));
        return joined;
    }
}
