package dev.pagewright.worker.vision.grounding;

import dev.pagewright.document.Line;
import dev.pagewright.worker.page.Layout;
import java.util.List;

/**
 * A model's answer on its page.
 *
 * @param lines of all blocks, as they stand on the page
 * @param letters of the answer
 * @param invented share of them, 0 to 1, in words that stand nowhere on the page
 * @param confirmed share of them that local engines confirm
 * @param missed share of the page's confident lines, by letters, that the answer left out; they were added
 */
public record Grounded(Layout layout, List<Line> lines, int letters, double invented, double confirmed, double missed) {

    public Grounded {
        lines = List.copyOf(lines);
    }
}
