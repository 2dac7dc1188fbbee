package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import java.util.List;

/** Finds lines that run up or down beside the text: marks of archives and libraries, which are no part of it. */
final class Margins {

    private static final int FEWEST_LINES = 8;

    private Margins() {}

    /** @param turned blocks that read in another direction than the page */
    static List<Block> mark(List<Block> turned, List<Block> page) {
        long lines = page.stream().mapToLong(block -> block.lines().size()).sum();
        if (lines < FEWEST_LINES) {
            return turned;
        }
        BoundingBox text = BoundingBox.hull(page.stream().map(Block::box).toList());
        return turned.stream()
                .map(block ->
                        !(block instanceof Block.TableBlock) && block.lines().size() <= 2 && outside(block.box(), text)
                                ? new Block.PageFurniture(block.content(), Block.PageFurniture.Kind.PAGE_HEADER)
                                : block)
                .toList();
    }

    private static boolean outside(BoundingBox box, BoundingBox text) {
        return box.right() <= text.left() || box.left() >= text.right();
    }
}
