package dev.pagewright.worker.recognition;

import dev.pagewright.document.Block;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Line;
import dev.pagewright.document.Table;
import dev.pagewright.worker.page.Layout;

/** A layout found on a levelled picture, put where it stands on the page. */
record PlacedLayout(Placement placement) {

    /** From the picture to the page. */
    interface Placement {
        dev.pagewright.document.BoundingBox box(dev.pagewright.document.BoundingBox box);

        Line line(Line line);
    }

    Layout of(Layout layout) {
        return new Layout(
                layout.blocks().stream().map(this::block).toList(),
                layout.tables().stream().map(this::table).toList());
    }

    private Block block(Block block) {
        Content content = block.content();
        return block.with(new Content(
                content.text(),
                placement.box(content.box()),
                content.confidence(),
                content.lines().stream().map(placement::line).toList(),
                content.unverified(),
                content.translation()));
    }

    private Table table(Table table) {
        return new Table(
                placement.box(table.box()),
                table.rows(),
                table.columns(),
                table.confidence(),
                table.cells().stream().map(this::cell).toList(),
                table.continued());
    }

    private Cell cell(Cell cell) {
        return new Cell(
                cell.row(),
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.header(),
                cell.text(),
                placement.box(cell.box()));
    }
}
