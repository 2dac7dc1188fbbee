package dev.pagewright.worker.vision.grounding;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Line;
import dev.pagewright.document.Table;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.vision.alignment.Alignment;
import dev.pagewright.worker.vision.alignment.SeenPage;
import java.util.ArrayList;
import java.util.List;

/** Lines that local engines read with confidence and the answer does not have: no text of the page is lost to a model. */
final class LeftOut {

    private static final double SURE = 0.8;
    private static final double COVERED = 0.3;

    private final List<Line> lines = new ArrayList<>();
    private final double share;

    LeftOut(SeenPage page, Alignment alignment) {
        long all = 0;
        long left = 0;
        double[] covered = alignment.covered();
        for (int index = 0; index < covered.length; index++) {
            Line line = page.lines().get(index);
            if (line.confidence() < SURE) {
                continue;
            }
            all += line.text().length();
            if (covered[index] < COVERED) {
                left += line.text().length();
                lines.add(line);
            }
        }
        share = all == 0 ? 0 : (double) left / all;
    }

    /** Of the confident lines, by characters. */
    double share() {
        return share;
    }

    List<Line> lines() {
        return lines;
    }

    /** The layout with the lines' blocks, each before what stands below it. */
    Layout added(Layout layout, double width, double height) {
        if (lines.isEmpty()) {
            return layout;
        }
        Layout more = LayoutAnalysis.analyse(new PageContent(width, height, lines, List.of(), List.of()));
        List<Block> blocks = new ArrayList<>(layout.blocks());
        List<Table> tables = new ArrayList<>(layout.tables());
        tables.addAll(more.tables());
        for (Block block : more.blocks()) {
            Block moved = block instanceof Block.TableBlock table
                    ? new Block.TableBlock(
                            table.content(), table.table() + layout.tables().size())
                    : block;
            blocks.add(place(blocks, moved.box()), moved);
        }
        return new Layout(blocks, tables);
    }

    private static int place(List<Block> blocks, BoundingBox box) {
        for (int i = 0; i < blocks.size(); i++) {
            BoundingBox other = blocks.get(i).box();
            boolean below = other.top() >= box.centerY();
            boolean sameColumn = other.left() < box.right() && box.left() < other.right();
            if (below && sameColumn) {
                return i;
            }
        }
        return blocks.size();
    }
}
