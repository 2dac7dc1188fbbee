package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the structure of a page from its lines, rulings and pictures: columns and reading order, paragraphs, headings,
 * lists, tables. Takes the same time whatever order the lines come in and gives the same layout; never fails on odd
 * geometry; about n log n in the number of words. Thread-safe.
 */
public final class LayoutAnalysis {

    private LayoutAnalysis() {}

    /** @return every line of the content, each in one block, in reading order; text that no block shows is none */
    public static Layout analyse(PageContent content) {
        PageContent sane = SaneContent.of(content);
        Map<Integer, List<Line>> byQuarter = new TreeMap<>();
        for (Line line : sane.lines()) {
            byQuarter
                    .computeIfAbsent(QuarterTurn.quartersOf(line.angle()), quarters -> new ArrayList<>())
                    .add(line);
        }
        int main = main(byQuarter);
        List<Block> blocks = new ArrayList<>();
        Layout layout = directed(sane, byQuarter.getOrDefault(main, List.of()), main, true);
        blocks.addAll(layout.blocks());
        byQuarter.forEach((quarters, lines) -> {
            if (quarters != main) { // stamps and marginal notes: they follow the text
                blocks.addAll(
                        Margins.mark(directed(sane, lines, quarters, false).blocks(), layout.blocks()));
            }
        });
        return new Layout(blocks, layout.tables());
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

    private static Layout directed(PageContent page, List<Line> lines, int quarters, boolean whole) {
        var turn = new QuarterTurn(quarters, page.width(), page.height());
        PageContent upright = turn.upright(new PageContent(
                page.width(),
                page.height(),
                lines,
                whole ? page.rulings() : List.of(),
                whole ? page.pictures() : List.of()));
        return turn.back(new UprightLayout(upright).find());
    }
}
