package dev.pagewright.worker.page;

import dev.pagewright.document.Block;
import dev.pagewright.document.Table;
import java.util.List;

/** The structure of one page: blocks in reading order, and the tables that they name; all that are named are there. */
public record Layout(List<Block> blocks, List<Table> tables) {

    public Layout {
        blocks = List.copyOf(blocks);
        tables = List.copyOf(tables);
        for (Block block : blocks) {
            if (block instanceof Block.TableBlock place && place.table() >= tables.size()) {
                throw new IllegalArgumentException(
                        "block names table %d of %d".formatted(place.table(), tables.size()));
            }
        }
    }

    /** Its blocks for a page whose layout has {@code tables} tables already. */
    public List<Block> after(int tables) {
        return blocks.stream()
                .map(block -> block instanceof Block.TableBlock place
                        ? new Block.TableBlock(place.content(), place.table() + tables)
                        : block)
                .toList();
    }
}
