package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.Link;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageStep;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Table;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Translation;
import dev.pagewright.document.Word;
import dev.pagewright.document.text.WellFormed;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Model to stored form. What has its usual value is left out, words are arrays: they are most of a document. */
final class PageWriter {

    private static final double THOUSANDTHS = 1000;

    private final JsonGenerator json;

    PageWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Page page) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", PageCodec.VERSION);
        json.writeNumberField("index", page.index());
        json.writeNumberField("number", page.number());
        number("width", page.width());
        number("height", page.height());
        json.writeStringField("unit", page.unit().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("rotation", page.rotation());
        transform(page.toOriginal());
        reading(page.reading());
        json.writeArrayFieldStart("blocks");
        for (Block block : page.blocks()) {
            block(block);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tables");
        for (Table table : page.tables()) {
            table(table);
        }
        json.writeEndArray();
        links(page);
        debug(page.debug());
        json.writeEndObject();
    }

    private void transform(PageTransform map) throws IOException {
        json.writeArrayFieldStart("to_original");
        for (double value : new double[] {map.a(), map.b(), map.c(), map.d(), map.e(), map.f()}) {
            json.writeNumber(finite(value));
        }
        json.writeEndArray();
    }

    private void reading(Reading reading) throws IOException {
        json.writeObjectFieldStart("reading");
        json.writeStringField("engine", reading.engine().wireName());
        json.writeArrayFieldStart("engines");
        for (Engine engine : reading.engines()) {
            json.writeString(engine.wireName());
        }
        json.writeEndArray();
        json.writeStringField("reason", reading.reason().wireName());
        if (reading.language() != null) {
            text("language", reading.language());
        }
        if (!reading.degraded().isEmpty()) {
            json.writeArrayFieldStart("degraded");
            for (PageStep step : reading.degraded()) {
                json.writeString(step.wireName());
            }
            json.writeEndArray();
        }
        if (reading.unread() > 0) {
            json.writeNumberField("unread", reading.unread());
        }
        json.writeEndObject();
    }

    private void block(Block block) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", block.type());
        switch (block) {
            case Block.Heading heading -> json.writeNumberField("level", heading.level());
            case Block.ListItem item -> {
                json.writeNumberField("depth", item.depth());
                text("marker", item.marker());
                json.writeBooleanField("ordered", item.ordered());
            }
            case Block.TableBlock place -> json.writeNumberField("table", place.table());
            case Block.Formula formula -> text("latex", formula.latex());
            case Block.Footnote footnote -> text("marker", footnote.marker());
            case Block.Paragraph ignored -> {}
            case Block.Figure ignored -> {}
            case Block.Caption ignored -> {}
            case Block.Code ignored -> {}
            case Block.PageFurniture ignored -> {}
        }
        content(block.content());
        json.writeEndObject();
    }

    private void content(Content content) throws IOException {
        text("text", content.text());
        box(content.box());
        number("confidence", content.confidence());
        if (content.unverified()) {
            json.writeBooleanField("unverified", true);
        }
        Translation translation = content.translation();
        if (translation != null) {
            json.writeObjectFieldStart("translation");
            if (translation.text() != null) {
                text("text", translation.text());
            }
            if (translation.error() != null) {
                text("error", translation.error());
            }
            json.writeEndObject();
        }
        json.writeArrayFieldStart("lines");
        for (Line line : content.lines()) {
            line(line);
        }
        json.writeEndArray();
    }

    private void line(Line line) throws IOException {
        json.writeStartObject();
        text("text", line.text());
        box(line.box());
        number("confidence", line.confidence());
        json.writeStringField("engine", line.engine().wireName());
        if (!line.style().equals(TextStyle.UNKNOWN)) {
            style(line.style());
        }
        if (line.angle() != 0) {
            number("angle", line.angle());
        }
        json.writeArrayFieldStart("words");
        for (Word word : line.words()) {
            word(word);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void style(TextStyle style) throws IOException {
        json.writeObjectFieldStart("style");
        number("size", style.size());
        if (style.bold()) {
            json.writeBooleanField("bold", true);
        }
        if (style.italic()) {
            json.writeBooleanField("italic", true);
        }
        if (style.monospace()) {
            json.writeBooleanField("monospace", true);
        }
        json.writeEndObject();
    }

    /** {@code [text, left, top, right, bottom, confidence]} */
    private void word(Word word) throws IOException {
        json.writeStartArray();
        json.writeString(WellFormed.of(word.text()));
        corners(word.box());
        json.writeNumber(finite(word.confidence()));
        json.writeEndArray();
    }

    private void table(Table table) throws IOException {
        json.writeStartObject();
        box(table.box());
        json.writeNumberField("rows", table.rows());
        json.writeNumberField("columns", table.columns());
        number("confidence", table.confidence());
        if (table.continued()) {
            json.writeBooleanField("continued", true);
        }
        json.writeArrayFieldStart("cells");
        for (Cell cell : table.cells()) {
            cell(cell);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void cell(Cell cell) throws IOException {
        json.writeStartObject();
        json.writeNumberField("row", cell.row());
        json.writeNumberField("column", cell.column());
        if (cell.rowSpan() > 1) {
            json.writeNumberField("row_span", cell.rowSpan());
        }
        if (cell.columnSpan() > 1) {
            json.writeNumberField("column_span", cell.columnSpan());
        }
        if (cell.header()) {
            json.writeBooleanField("header", true);
        }
        text("text", cell.text());
        box(cell.box());
        json.writeEndObject();
    }

    private void links(Page page) throws IOException {
        json.writeArrayFieldStart("links");
        for (Link link : page.links()) {
            json.writeStartObject();
            box(link.box());
            text("uri", link.uri());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void debug(Map<String, Double> debug) throws IOException {
        json.writeObjectFieldStart("debug");
        for (var entry : new TreeMap<>(debug).entrySet()) {
            number(WellFormed.of(entry.getKey()), entry.getValue());
        }
        json.writeEndObject();
    }

    private void box(BoundingBox box) throws IOException {
        json.writeArrayFieldStart("box");
        corners(box);
        json.writeEndArray();
    }

    private void corners(BoundingBox box) throws IOException {
        json.writeNumber(coordinate(box.left()));
        json.writeNumber(coordinate(box.top()));
        json.writeNumber(coordinate(box.right()));
        json.writeNumber(coordinate(box.bottom()));
    }

    private void text(String name, String value) throws IOException {
        json.writeStringField(name, WellFormed.of(value));
    }

    private void number(String name, double value) throws IOException {
        json.writeNumberField(name, finite(value));
    }

    /** To a thousandth of a pixel or point: nobody sees less, and most of a page's bytes are coordinates. */
    private static double coordinate(double value) {
        double rounded = Math.rint(value * THOUSANDTHS) / THOUSANDTHS;
        return finite(Double.isFinite(rounded) ? rounded : value);
    }

    /** JSON knows no NaN and no infinity; one broken measurement must not cost the page. */
    private static double finite(double value) {
        return Double.isNaN(value) ? 0 : Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
}
