package dev.pagewright.benchmarks.chat;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Table;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A page that is written from the top down: headings, lines, tables. Not thread-safe. */
final class Sheet {

    private static final double LEFT = 60;
    private static final double LINE = 14;
    private static final double COLUMN = 450;

    private final int index;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private double y = 60;

    /** @param index of the page, from 0 */
    Sheet(int index) {
        this.index = index;
    }

    /** Leaves lines free, or goes up by them. */
    void skip(double lines) {
        y += lines * LINE;
    }

    void heading(String text) {
        skip(1);
        blocks.add(new Block.Heading(content(text, 14), 2));
        skip(1.5);
    }

    void paragraph(String text) {
        blocks.add(new Block.Paragraph(content(text, 10)));
        skip(1);
    }

    /** @param headed whether the first row names the columns */
    void table(List<String[]> rows, boolean headed) {
        List<Cell> cells = new ArrayList<>();
        double top = y;
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(1);
        double width = COLUMN / columns;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).length; column++) {
                double left = LEFT + column * width;
                cells.add(new Cell(
                        row,
                        column,
                        1,
                        1,
                        headed && row == 0,
                        rows.get(row)[column],
                        new BoundingBox(left, y, left + width * 0.8, y + LINE - 4)));
            }
            skip(1);
        }
        var box = new BoundingBox(LEFT, top, LEFT + COLUMN, y);
        tables.add(new Table(box, rows.size(), columns, 1, cells, false));
        blocks.add(new Block.TableBlock(new Content("", box, 1, List.of()), tables.size() - 1));
    }

    Page page() {
        return new Page(
                index,
                index + 1,
                595,
                842,
                Unit.PT,
                0,
                PageTransform.IDENTITY,
                new Reading(Engine.TEXT_LAYER, Set.of(Engine.TEXT_LAYER), EngineReason.TEXT_LAYER_TRUSTED, null),
                blocks,
                tables,
                List.of(),
                Map.of());
    }

    private Content content(String text, int size) {
        var box = new BoundingBox(LEFT, y, LEFT + size * text.length() / 2.0, y + LINE - 4);
        var line = new Line(text, box, 1, Engine.TEXT_LAYER, TextStyle.ofSize(size), 0, List.of());
        return new Content(text, box, 1, List.of(line));
    }
}
