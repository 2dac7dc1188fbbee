package dev.pagewright.worker.layout;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Line;
import dev.pagewright.document.Table;
import dev.pagewright.document.Word;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PageContent;
import dev.pagewright.worker.page.Ruling;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Turns a page so that its lines read horizontally, and the layout found there back. Lines that read from top to
 * bottom (90 degrees) then stand left to right, columns of vertical Japanese from top to bottom.
 *
 * @param quarters how many quarter turns clockwise the lines' direction of reading has on the page, 0 to 3
 * @param width of the page as it stands
 */
record QuarterTurn(int quarters, double width, double height) {

    static int quartersOf(double angle) {
        return Double.isFinite(angle) ? Math.floorMod(Math.round(angle / 90), 4) : 0;
    }

    PageContent upright(PageContent content) {
        if (quarters == 0) {
            return content;
        }
        boolean swapped = quarters % 2 == 1;
        return new PageContent(
                swapped ? height : width,
                swapped ? width : height,
                content.lines().stream()
                        .map(line -> line(line, this::turn, -90 * quarters))
                        .toList(),
                content.rulings().stream().map(this::ruling).toList(),
                content.pictures().stream().map(this::turn).toList());
    }

    Layout back(Layout layout) {
        if (quarters == 0) {
            return layout;
        }
        return new Layout(
                layout.blocks().stream().map(this::block).toList(),
                layout.tables().stream().map(this::table).toList());
    }

    private BoundingBox turn(BoundingBox box) {
        return switch (quarters) {
            case 1 -> new BoundingBox(box.top(), width - box.right(), box.bottom(), width - box.left());
            case 2 ->
                new BoundingBox(width - box.right(), height - box.bottom(), width - box.left(), height - box.top());
            case 3 -> new BoundingBox(height - box.bottom(), box.left(), height - box.top(), box.right());
            default -> box;
        };
    }

    private BoundingBox turnBack(BoundingBox box) {
        return switch (quarters) {
            case 1 -> new BoundingBox(width - box.bottom(), box.left(), width - box.top(), box.right());
            case 2 ->
                new BoundingBox(width - box.right(), height - box.bottom(), width - box.left(), height - box.top());
            case 3 -> new BoundingBox(box.top(), height - box.right(), box.bottom(), height - box.left());
            default -> box;
        };
    }

    private Ruling ruling(Ruling ruling) {
        BoundingBox box = turn(new BoundingBox(
                Math.min(ruling.x1(), ruling.x2()),
                Math.min(ruling.y1(), ruling.y2()),
                Math.max(ruling.x1(), ruling.x2()),
                Math.max(ruling.y1(), ruling.y2())));
        return new Ruling(box.left(), box.top(), box.right(), box.bottom(), ruling.thickness());
    }

    private Block block(Block block) {
        Content content = block.content();
        List<Line> lines = content.lines().stream()
                .map(line -> line(line, this::turnBack, 90 * quarters))
                .toList();
        return block.with(new Content(
                content.text(),
                turnBack(content.box()),
                content.confidence(),
                lines,
                content.unverified(),
                content.translation()));
    }

    private Table table(Table table) {
        List<Cell> cells = table.cells().stream()
                .map(cell -> new Cell(
                        cell.row(),
                        cell.column(),
                        cell.rowSpan(),
                        cell.columnSpan(),
                        cell.header(),
                        cell.text(),
                        turnBack(cell.box())))
                .toList();
        return new Table(
                turnBack(table.box()), table.rows(), table.columns(), table.confidence(), cells, table.continued());
    }

    private static Line line(Line line, UnaryOperator<BoundingBox> turn, double degrees) {
        List<Word> words = line.words().stream()
                .map(word -> new Word(word.text(), turn.apply(word.box()), word.confidence()))
                .toList();
        return new Line(
                line.text(),
                turn.apply(line.box()),
                line.confidence(),
                line.engine(),
                line.style(),
                line.angle() + degrees,
                words);
    }
}
