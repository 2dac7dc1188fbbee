package dev.pagewright.worker.assembly;

import dev.pagewright.document.Block;
import dev.pagewright.document.Page;
import dev.pagewright.document.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the document makes of one page. */
final class PageChange {

    private final Map<Integer, Block.PageFurniture.Kind> furniture = new HashMap<>();
    private final Map<Integer, Integer> levels = new HashMap<>();
    private int continued = -1;

    void furniture(int block, Block.PageFurniture.Kind kind) {
        furniture.put(block, kind);
    }

    /** @param level 0 for a heading that is none */
    void level(int block, int level) {
        levels.put(block, level);
    }

    void continued(int table) {
        continued = table;
    }

    boolean empty() {
        return furniture.isEmpty() && levels.isEmpty() && continued < 0;
    }

    Page apply(Page page) {
        List<Block> blocks = new ArrayList<>(page.blocks());
        levels.forEach((index, level) -> blocks.set(index, levelled(blocks.get(index), level)));
        furniture.forEach((index, kind) ->
                blocks.set(index, new Block.PageFurniture(blocks.get(index).content(), kind)));
        List<Table> tables = new ArrayList<>(page.tables());
        if (continued >= 0) {
            Table table = tables.get(continued);
            tables.set(
                    continued,
                    new Table(table.box(), table.rows(), table.columns(), table.confidence(), table.cells(), true));
        }
        return page.with(blocks, tables);
    }

    private static Block levelled(Block block, int level) {
        return level == 0 ? new Block.Paragraph(block.content()) : new Block.Heading(block.content(), level);
    }
}
