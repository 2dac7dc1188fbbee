package dev.pagewright.document.testing;

import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Engine;
import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Line;
import dev.pagewright.document.Link;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Table;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A page set line under line, each word with a box, as a reader of a text layer would give it (612 x 792 pt). */
public final class PageBuilder {

    private static final double LEFT = 72;
    private static final double RIGHT = 540;
    private static final double LINE_HEIGHT = 14;
    private static final double LETTER_WIDTH = 6;

    private final int index;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private String language = "en";
    private double top = 72;

    public PageBuilder(int index) {
        this.index = index;
    }

    public PageBuilder language(String code) {
        language = code;
        return this;
    }

    public PageBuilder heading(int level, String text) {
        return block(text, content -> new Block.Heading(content, level));
    }

    public PageBuilder paragraph(String text) {
        return block(text, Block.Paragraph::new);
    }

    public PageBuilder item(int depth, String marker, boolean ordered, String text) {
        return block(text, content -> new Block.ListItem(content, depth, marker, ordered));
    }

    public PageBuilder block(String text, Function<Content, Block> kind) {
        blocks.add(kind.apply(content(text)));
        return this;
    }

    /** Rows of texts; the first row is a header where {@code header} says so. */
    public PageBuilder table(boolean header, List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
        List<Cell> cells = new ArrayList<>();
        double width = (RIGHT - LEFT) / columns;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                double x = LEFT + column * width;
                double y = top + row * LINE_HEIGHT;
                var box = new BoundingBox(x, y, x + width, y + LINE_HEIGHT);
                cells.add(new Cell(
                        row, column, 1, 1, header && row == 0, rows.get(row).get(column), box));
            }
        }
        return table(rows.size(), columns, cells);
    }

    public PageBuilder table(int rows, int columns, List<Cell> cells) {
        var box = new BoundingBox(LEFT, top, RIGHT, top + rows * LINE_HEIGHT);
        String text = String.join(
                "\t",
                cells.stream().map(Cell::text).filter(cell -> !cell.isEmpty()).toList());
        tables.add(new Table(box, rows, columns, 0.9, cells, false));
        blocks.add(new Block.TableBlock(new Content(text, box, 0.9, List.of()), tables.size() - 1));
        top += (rows + 1) * LINE_HEIGHT;
        return this;
    }

    /** Lays a link over the words of the last block that read so, in their order. */
    public PageBuilder link(String uri, String... words) {
        List<BoundingBox> boxes = new ArrayList<>();
        for (Word word : blocks.getLast().lines().stream()
                .flatMap(line -> line.words().stream())
                .toList()) {
            if (List.of(words).contains(word.text())) {
                boxes.add(word.box());
            }
        }
        Link.of(BoundingBox.hull(boxes), uri).ifPresent(links::add);
        return this;
    }

    private Content content(String text) {
        List<Line> lines = new ArrayList<>();
        double start = top;
        for (String line : text.split("\n", -1)) {
            lines.add(line(line));
            top += LINE_HEIGHT;
        }
        var box = new BoundingBox(LEFT, start, RIGHT, top);
        top += LINE_HEIGHT;
        return new Content(text, box, 0.95, lines);
    }

    private Line line(String text) {
        List<Word> words = new ArrayList<>();
        double x = LEFT;
        for (String word : text.split("\\s+", -1)) {
            if (!word.isEmpty()) {
                double right = x + word.length() * LETTER_WIDTH;
                words.add(new Word(word, new BoundingBox(x, top, right, top + 10), 0.95));
                x = right + LETTER_WIDTH;
            }
        }
        var box = new BoundingBox(LEFT, top, Math.max(LEFT, x), top + 10);
        return new Line(text, box, 0.95, Engine.TESSERACT, TextStyle.ofSize(10), 0, words);
    }

    public Page build() {
        return new Page(
                index,
                index + 1,
                612,
                792,
                Unit.PT,
                0,
                new PageTransform(1, 0, 0, -1, 0, 792),
                new Reading(Engine.TESSERACT, Set.of(), EngineReason.NO_TEXT_LAYER, language),
                blocks,
                tables,
                links,
                Map.of("ocr_ms", 12.5));
    }
}
