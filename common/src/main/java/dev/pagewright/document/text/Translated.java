package dev.pagewright.document.text;

import dev.pagewright.document.Block;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Page;
import dev.pagewright.document.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page in the language it was translated to: the same places, other words. A block whose translation failed keeps
 * what stands on the page.
 */
public final class Translated {

    private Translated() {}

    /** Whether a translation of the page was asked for. */
    public static boolean present(Page page) {
        return page.blocks().stream().anyMatch(block -> block.content().translation() != null);
    }

    /**
     * The page with translations in the place of texts. Translated blocks have no lines, since no word of theirs
     * stands on the page. A table takes its block's translation (a line a row, a tab between cells) where the shape
     * is that of the table.
     */
    public static Page page(Page page) {
        List<Block> blocks = new ArrayList<>(page.blocks().size());
        List<Table> tables = new ArrayList<>(page.tables());
        for (Block block : page.blocks()) {
            String text = translation(block);
            if (text != null && block instanceof Block.TableBlock place) {
                tables.set(place.table(), table(tables.get(place.table()), text));
            }
            blocks.add(text == null ? block : block.with(content(block.content(), text)));
        }
        return page.with(blocks, tables);
    }

    private static @Nullable String translation(Block block) {
        var translation = block.content().translation();
        return translation == null ? null : translation.text();
    }

    private static Content content(Content source, String text) {
        return new Content(
                text, source.box(), source.confidence(), List.of(), source.unverified(), source.translation());
    }

    private static Table table(Table source, String text) {
        List<String> fields = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            fields.addAll(List.of(line.split("\t", -1)));
        }
        List<Cell> ordered = source.cells().stream()
                .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
                .toList();
        if (fields.size() != ordered.size()) {
            return source;
        }
        List<Cell> cells = new ArrayList<>(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            Cell cell = ordered.get(i);
            cells.add(new Cell(
                    cell.row(),
                    cell.column(),
                    cell.rowSpan(),
                    cell.columnSpan(),
                    cell.header(),
                    fields.get(i),
                    cell.box()));
        }
        return new Table(source.box(), source.rows(), source.columns(), source.confidence(), cells, source.continued());
    }
}
