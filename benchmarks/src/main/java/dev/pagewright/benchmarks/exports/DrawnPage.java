package dev.pagewright.benchmarks.exports;

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
import dev.pagewright.document.Word;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A page that is drawn and told at once: a picture as a scanner gives it, and the document that a perfect reader would
 * make of it. A4, grey, 200 dpi; boxes in points.
 */
final class DrawnPage {

    static final double WIDTH = 595.2;
    static final double HEIGHT = 841.8;

    private static final double PIXELS_PER_POINT = 200 / 72.0;
    private static final double MARGIN = 64;
    private static final double TEXT_WIDTH = WIDTH - 2 * MARGIN;

    private final int index;
    private final BufferedImage picture;
    private final Graphics2D graphics;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private double top = MARGIN;

    DrawnPage(int index) {
        this.index = index;
        this.picture = new BufferedImage(pixels(WIDTH), pixels(HEIGHT), BufferedImage.TYPE_BYTE_GRAY);
        this.graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        graphics.setColor(new Color(24, 24, 24));
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    void heading(int level, String text) {
        top += 6;
        block(
                text,
                new Font(Font.SANS_SERIF, Font.BOLD, 22 - 3 * level),
                MARGIN,
                content -> new Block.Heading(content, level));
    }

    void paragraph(String text) {
        block(text, new Font(Font.SERIF, Font.PLAIN, 11), MARGIN, Block.Paragraph::new);
    }

    void item(String text) {
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 11));
        graphics.drawString("•", (float) MARGIN, (float) (top + 11));
        block(
                text,
                new Font(Font.SERIF, Font.PLAIN, 11),
                MARGIN + 16,
                content -> new Block.ListItem(content, 0, "•", false));
    }

    /** The first row is a header. */
    void table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        double width = TEXT_WIDTH / columns;
        double height = 20;
        double begin = top;
        List<Cell> cells = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                double x = MARGIN + column * width;
                var box = new BoundingBox(x, top, x + width, top + height);
                graphics.drawRect((int) x, (int) top, (int) width, (int) height);
                graphics.setFont(new Font(Font.SANS_SERIF, row == 0 ? Font.BOLD : Font.PLAIN, 10));
                String text = rows.get(row).get(column);
                lines.add(line(List.of(text.split(" ", -1)), x + 6, top + 14));
                cells.add(new Cell(row, column, 1, 1, row == 0, text, box));
            }
            top += height;
        }
        var box = new BoundingBox(MARGIN, begin, MARGIN + TEXT_WIDTH, top);
        tables.add(new Table(box, rows.size(), columns, 0.97, cells, false));
        blocks.add(new Block.TableBlock(new Content("", box, 0.97, lines), tables.size() - 1));
        top += 14;
    }

    BufferedImage picture() {
        return picture;
    }

    Page page() {
        return new Page(
                index,
                index + 1,
                WIDTH,
                HEIGHT,
                Unit.PT,
                0,
                new PageTransform(1, 0, 0, -1, 0, HEIGHT),
                new Reading(Engine.TESSERACT, Set.of(), EngineReason.NO_TEXT_LAYER, "en"),
                blocks,
                tables,
                List.of(),
                Map.of());
    }

    private void block(String text, Font font, double left, Function<Content, Block> kind) {
        graphics.setFont(font);
        double begin = top;
        List<Line> lines = new ArrayList<>();
        List<String> words = new ArrayList<>();
        double width = 0;
        double blank = width(" ");
        for (String word : text.split(" ", -1)) {
            if (left + width + width(word) > WIDTH - MARGIN && !words.isEmpty()) {
                lines.add(nextLine(words, left, font));
                words.clear();
                width = 0;
            }
            words.add(word);
            width += width(word) + blank;
        }
        lines.add(nextLine(words, left, font));
        var box = new BoundingBox(left, begin, WIDTH - MARGIN, top);
        blocks.add(kind.apply(new Content(text, box, 0.97, lines)));
        top += 8;
    }

    private Line nextLine(List<String> words, double left, Font font) {
        Line line = line(words, left, top + font.getSize2D());
        top += font.getSize2D() * 1.3;
        return line;
    }

    private Line line(List<String> texts, double left, double baseline) {
        List<Word> words = new ArrayList<>();
        double x = left;
        double size = graphics.getFont().getSize2D();
        for (String text : texts) {
            graphics.drawString(text, (float) x, (float) baseline);
            double right = x + width(text);
            words.add(new Word(text, new BoundingBox(x, baseline - size * 0.75, right, baseline + size * 0.22), 0.97));
            x = right + width(" ");
        }
        BoundingBox box = BoundingBox.hull(words.stream().map(Word::box).toList());
        return new Line(String.join(" ", texts), box, 0.97, Engine.TESSERACT, TextStyle.ofSize(size), 0, words);
    }

    private double width(String text) {
        return graphics.getFont()
                .getStringBounds(text, graphics.getFontRenderContext())
                .getWidth();
    }

    private static int pixels(double points) {
        return (int) Math.round(points * PIXELS_PER_POINT);
    }
}
