package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.List;

/** A rule as it is drawn on the page, {@code x1 <= x2}, {@code y1 <= y2}. */
public record PageRule(double x1, double y1, double x2, double y2) {

    static Rules rules(List<PageRule> rules, double size) {
        List<Rule> horizontal = new ArrayList<>();
        List<Rule> vertical = new ArrayList<>();
        for (PageRule rule : rules) {
            if (rule.x2 - rule.x1 >= rule.y2 - rule.y1) {
                horizontal.add(new Rule((rule.y1 + rule.y2) / 2, rule.x1, rule.x2));
            } else {
                vertical.add(new Rule((rule.x1 + rule.x2) / 2, rule.y1, rule.y2));
            }
        }
        return Rules.of(horizontal, vertical, size);
    }
}
