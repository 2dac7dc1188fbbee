package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.Table;
import java.util.List;

/** The structure of one page: blocks in reading order, and the tables that they name. */
public record Layout(List<Block> blocks, List<Table> tables) {

    public Layout {
        blocks = List.copyOf(blocks);
        tables = List.copyOf(tables);
    }
}
