package dev.pagewright.worker.assembly;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a page between the two readings: some hundred bytes, whatever the page holds.
 *
 * @param number 1-based, within the uploaded file
 * @param first table that begins the page's text, null where none does
 * @param last table that ends it
 * @param body whether there is text or a table apart from the edges
 */
record PageFeatures(
        int number,
        List<BlockFeature> blocks,
        @Nullable TableFeature first,
        @Nullable TableFeature last,
        boolean body) {

    static final PageFeatures NONE = new PageFeatures(0, List.of(), null, null, false);

    /** Blocks beyond this many on a page are left as the page has them. */
    private static final int MOST_BLOCKS = 64;

    private static final double EDGE = 0.13;
    private static final int LONGEST_HEADING = 200;

    static PageFeatures of(Page page) {
        List<BlockFeature> features = new ArrayList<>();
        for (int i = 0; i < page.blocks().size() && features.size() < MOST_BLOCKS; i++) {
            Block block = page.blocks().get(i);
            boolean headingLike = block instanceof Block.Heading
                    || (block instanceof Block.Paragraph && block.text().length() <= LONGEST_HEADING);
            boolean edge = edge(block, page);
            if (!block.lines().isEmpty() && (headingLike || edge)) {
                features.add(feature(i, block, edge, page));
            }
        }
        return new PageFeatures(page.number(), List.copyOf(features), first(page), last(page), body(page));
    }

    /** Letters by type size, for the document's body size. */
    static void countSizes(Page page, SizeHistogram sizes) {
        DoubleUnaryOperator unit = unit(page);
        for (Block block : page.blocks()) {
            for (Line line : block.lines()) {
                sizes.add(unit.applyAsDouble(size(line)), line.text().length());
            }
        }
    }

    private static BlockFeature feature(int index, Block block, boolean edge, Page page) {
        double size =
                block.lines().stream().mapToDouble(PageFeatures::size).min().orElse(0);
        // a model has seen what is a heading; sizes of single lines do not overrule it
        boolean known = block.lines().stream().allMatch(line -> line.style().size() > 0 && line.engine() != Engine.VLM);
        boolean bold = block.lines().stream().allMatch(line -> line.style().bold());
        OptionalInt number = edge ? RunningText.pageNumber(block.text()) : OptionalInt.empty();
        return new BlockFeature(
                index,
                block instanceof Block.Heading,
                unit(page).applyAsDouble(size),
                known,
                bold,
                edge ? RunningForms.key(block.text()) : "",
                page.height() > 0 ? block.box().centerY() / page.height() : 0.5,
                number.orElse(-1));
    }

    private static boolean edge(Block block, Page page) {
        BoundingBox box = block.box();
        boolean inText = block instanceof Block.Paragraph
                || block instanceof Block.Heading
                || block instanceof Block.ListItem
                || block instanceof Block.Footnote;
        return inText
                && block.lines().size() <= 3
                && (box.bottom() <= EDGE * page.height() || box.top() >= (1 - EDGE) * page.height());
    }

    private static boolean body(Page page) {
        return page.blocks().stream()
                .filter(block -> !(block instanceof Block.PageFurniture) && !edge(block, page))
                .anyMatch(block ->
                        block instanceof Block.TableBlock || !block.lines().isEmpty());
    }

    private static double size(Line line) {
        return line.style().size() > 0 ? line.style().size() : 0;
    }

    private static DoubleUnaryOperator unit(Page page) {
        double shorter = Math.min(page.width(), page.height());
        return size -> shorter > 0 ? size * 612 / shorter : size;
    }

    private static @Nullable TableFeature first(Page page) {
        for (Block block : page.blocks()) {
            if (block instanceof Block.TableBlock place) {
                return table(place.table(), page);
            }
            if (!edge(block, page) && !(block instanceof Block.PageFurniture)) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable TableFeature last(Page page) {
        for (int i = page.blocks().size() - 1; i >= 0; i--) {
            Block block = page.blocks().get(i);
            if (block instanceof Block.TableBlock place) {
                return table(place.table(), page);
            }
            if (!edge(block, page) && !(block instanceof Block.PageFurniture) && !(block instanceof Block.Footnote)) {
                return null;
            }
        }
        return null;
    }

    private static TableFeature table(int index, Page page) {
        Table table = page.tables().get(index);
        double width = Math.max(1e-6, page.width());
        return new TableFeature(
                index, table.columns(), table.box().left() / width, table.box().right() / width);
    }
}
