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
import java.util.Random;
import java.util.Set;

/** A page that is filled with text of no matter, and with facts in one of several shapes. Not thread-safe. */
final class PlantedPage {

    private static final double LEFT = 60;
    private static final double LINE = 14;
    private static final int FILLING = 3;
    private final int index;
    private final Random random;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private double y = 60;

    PlantedPage(int index, List<String> matter, Random random) {
        this.index = index;
        this.random = random;
        for (int i = 0; i < FILLING; i++) {
            paragraph(matter.get(random.nextInt(matter.size())));
        }
    }

    /** @return name of the shape */
    String plant(PlantedFact fact, String value) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                paragraph(fact.label() + ": " + value);
                yield "line";
            }
            case 1 -> {
                paragraph(fact.sentence().replace("{}", value));
                yield "sentence";
            }
            case 2 -> {
                y += 2 * LINE;
                paragraph(fact.label());
                y -= LINE / 2;
                paragraph(value);
                y += 2 * LINE;
                yield "above";
            }
            default -> {
                rows.add(new String[] {fact.label(), value});
                yield "table row";
            }
        };
    }

    Page page() {
        if (!rows.isEmpty()) {
            table();
        }
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

    private void paragraph(String text) {
        var box = new BoundingBox(LEFT, y, LEFT + 5 * text.length(), y + LINE - 4);
        var line = new Line(text, box, 1, Engine.TEXT_LAYER, TextStyle.ofSize(10), 0, List.of());
        blocks.add(new Block.Paragraph(new Content(text, box, 1, List.of(line))));
        y += LINE;
    }

    private void table() {
        List<Cell> cells = new ArrayList<>();
        double top = y;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < 2; column++) {
                double left = LEFT + column * 200;
                cells.add(new Cell(
                        row,
                        column,
                        1,
                        1,
                        false,
                        rows.get(row)[column],
                        new BoundingBox(left, y, left + 150, y + LINE - 4)));
            }
            y += LINE;
        }
        var box = new BoundingBox(LEFT, top, LEFT + 350, y);
        tables.add(new Table(box, rows.size(), 2, 1, cells, false));
        blocks.add(new Block.TableBlock(new Content("", box, 1, List.of()), tables.size() - 1));
    }
}
