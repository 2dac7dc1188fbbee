package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.Line;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.Table;
import dev.pagewright.worker.attempt.Attempts;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the structure of a page from its lines, rulings and pictures: columns and reading order, paragraphs, headings,
 * lists, tables. Takes the same time whatever order the lines come in and gives the same layout; about n log n in the number of words. Thread-safe.
 */
public final class LayoutAnalysis {

    private LayoutAnalysis() {}

    /** As {@link #analyse(PageContent, Attempts)}, but a step that fails is thrown. */
    public static Layout analyse(PageContent content) {
        var attempts = new Attempts();
        Layout layout = analyse(content, attempts);
        attempts.faults().forEach((step, fault) -> {
            throw new IllegalStateException("no " + step.wireName(), fault);
        });
        return layout;
    }

    /**
     * Without tables where they cannot be found, line by line where no structure can.
     *
     * @return every line of the content, each in one block, in reading order; text that no block shows is none
     */
    public static Layout analyse(PageContent content, Attempts attempts) {
        return attempts.at(PageStep.LAYOUT, () -> structured(content, attempts), () -> PlainLayout.of(content));
    }

    private static Layout structured(PageContent content, Attempts attempts) {
        PageContent sane = SaneContent.of(content);
        Map<Integer, List<Line>> byQuarter = new TreeMap<>();
        for (Line line : sane.lines()) {
            byQuarter
                    .computeIfAbsent(QuarterTurn.quartersOf(line.angle()), quarters -> new ArrayList<>())
                    .add(line);
        }
        int main = main(byQuarter);
        Layout layout = directed(sane, byQuarter.getOrDefault(main, List.of()), main, true, attempts);
        List<Block> blocks = new ArrayList<>(layout.blocks());
        List<Table> tables = new ArrayList<>(layout.tables());
        byQuarter.forEach((quarters, lines) -> {
            if (quarters != main) { // stamps, marginal notes, tables set sideways: they follow the text
                Layout more = directed(sane, lines, quarters, false, attempts);
                blocks.addAll(Margins.mark(more.after(tables.size()), layout.blocks()));
                tables.addAll(more.tables());
            }
        });
        return new Layout(blocks, tables);
    }

    private static int main(Map<Integer, List<Line>> byQuarter) {
        int main = 0;
        long most = 0;
        for (var entry : byQuarter.entrySet()) {
            long letters = entry.getValue().stream()
                    .mapToLong(line -> line.text().length())
                    .sum();
            if (letters > most) {
                most = letters;
                main = entry.getKey();
            }
        }
        return main;
    }

    private static Layout directed(PageContent page, List<Line> lines, int quarters, boolean whole, Attempts attempts) {
        var turn = new QuarterTurn(quarters, page.width(), page.height());
        PageContent upright = turn.upright(new PageContent(
                page.width(),
                page.height(),
                lines,
                whole ? page.rulings() : List.of(),
                whole ? page.pictures() : List.of()));
        return turn.back(new UprightLayout(upright, attempts).find());
    }
}
