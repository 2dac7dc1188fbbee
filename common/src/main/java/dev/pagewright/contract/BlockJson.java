package dev.pagewright.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.document.Block;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Content;
import dev.pagewright.document.Line;
import dev.pagewright.document.Table;
import dev.pagewright.document.Translation;
import dev.pagewright.document.Word;
import java.io.IOException;
import java.util.List;

/** The public JSON of blocks and tables. */
final class BlockJson {

    private final PublicJson values;
    private final JsonGenerator json;
    private final boolean words;

    BlockJson(PublicJson values, boolean words) {
        this.values = values;
        this.json = values.generator();
        this.words = words;
    }

    void block(Block block) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", block.type());
        kind(block);
        Content content = block.content();
        values.text("text", content.text());
        values.box(content.box());
        values.confidence("confidence", content.confidence());
        if (content.unverified()) {
            json.writeBooleanField("unverified", true);
        }
        translation(content);
        json.writeArrayFieldStart("lines");
        for (Line line : content.lines()) {
            line(line);
        }
        json.writeEndArray();
        if (words) {
            words(content.lines());
        }
        json.writeEndObject();
    }

    private void kind(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> json.writeNumberField("level", heading.level());
            case Block.ListItem item -> {
                json.writeNumberField("depth", item.depth());
                values.text("marker", item.marker());
                json.writeBooleanField("ordered", item.ordered());
            }
            case Block.TableBlock place -> json.writeNumberField("table", place.table());
            case Block.Formula formula -> values.text("latex", formula.latex());
            case Block.Footnote footnote -> values.text("marker", footnote.marker());
            case Block.Paragraph ignored -> {}
            case Block.Figure ignored -> {}
            case Block.Caption ignored -> {}
            case Block.Code ignored -> {}
            case Block.PageFurniture ignored -> {}
        }
    }

    private void translation(Content content) throws IOException {
        Translation translation = content.translation();
        if (translation == null) {
            return;
        }
        values.text("translation", translation.text());
        if (translation.error() != null) {
            values.text("translation_error", translation.error());
        }
    }

    private void line(Line line) throws IOException {
        json.writeStartObject();
        values.text("text", line.text());
        values.box(line.box());
        values.confidence("confidence", line.confidence());
        json.writeStringField("engine", line.engine().wireName());
        if (line.angle() != 0) {
            values.length("angle", line.angle());
        }
        json.writeEndObject();
    }

    private void words(List<Line> lines) throws IOException {
        json.writeArrayFieldStart("words");
        for (int line = 0; line < lines.size(); line++) {
            for (Word word : lines.get(line).words()) {
                json.writeStartObject();
                values.text("text", word.text());
                values.box(word.box());
                values.confidence("confidence", word.confidence());
                json.writeNumberField("line", line);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    void table(Table table) throws IOException {
        json.writeStartObject();
        values.box(table.box());
        json.writeNumberField("rows", table.rows());
        json.writeNumberField("columns", table.columns());
        values.confidence("confidence", table.confidence());
        json.writeBooleanField("continued", table.continued());
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
        json.writeNumberField("row_span", cell.rowSpan());
        json.writeNumberField("column_span", cell.columnSpan());
        json.writeBooleanField("header", cell.header());
        values.text("text", cell.text());
        values.box(cell.box());
        json.writeEndObject();
    }
}
