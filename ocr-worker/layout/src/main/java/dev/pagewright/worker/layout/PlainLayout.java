package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.Content;
import dev.pagewright.document.Line;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import java.util.Comparator;
import java.util.List;

/**
 * The layout of a page whose structure could not be found: a paragraph a line, from top to bottom and left to right. It
 * takes nothing for granted of their geometry.
 */
final class PlainLayout {

    private PlainLayout() {}

    static Layout of(PageContent content) {
        List<Block> blocks = content.lines().stream()
                .filter(line -> !line.text().isBlank())
                .sorted(Comparator.comparingDouble((Line line) -> line.box().centerY())
                        .thenComparingDouble(line -> line.box().left()))
                .map(PlainLayout::paragraph)
                .toList();
        return new Layout(blocks, List.of());
    }

    private static Block paragraph(Line line) {
        return new Block.Paragraph(new Content(line.text(), line.box(), line.confidence(), List.of(line)));
    }
}
