package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JsonParser;
import dev.pagewright.document.Block;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Content;
import dev.pagewright.document.Engine;
import dev.pagewright.document.Line;
import dev.pagewright.document.TextStyle;
import dev.pagewright.document.Translation;
import dev.pagewright.document.Word;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One block's stored form, gathered field by field; the order of fields is the writer's. */
final class BlockReader {

    private @Nullable String type;
    private @Nullable Integer level;
    private @Nullable Integer depth;
    private @Nullable Integer table;
    private @Nullable String marker;
    private @Nullable String latex;
    private boolean ordered;
    private @Nullable String text;
    private @Nullable BoundingBox box;
    private @Nullable Double confidence;
    private boolean unverified;
    private @Nullable Translation translation;
    private @Nullable List<Line> lines;

    private BlockReader() {}

    static Block block(JsonParser json) throws IOException {
        Json.object(json);
        var reader = new BlockReader();
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            reader.take(name, json);
        }
        return reader.block();
    }

    private void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "type" -> type = Json.text(json);
            case "level" -> level = Json.integer(json);
            case "depth" -> depth = Json.integer(json);
            case "table" -> table = Json.integer(json);
            case "marker" -> marker = Json.text(json);
            case "latex" -> latex = Json.text(json);
            case "ordered" -> ordered = Json.flag(json);
            case "text" -> text = Json.text(json);
            case "box" -> box = Boxes.read(json);
            case "confidence" -> confidence = Json.number(json);
            case "unverified" -> unverified = Json.flag(json);
            case "translation" -> translation = translation(json);
            case "lines" -> lines = Json.list(json, BlockReader::line);
            default -> json.skipChildren();
        }
    }

    private Block block() throws IOException {
        Content content = new Content(
                Json.required(text, "text"),
                Json.required(box, "box"),
                Json.required(confidence, "confidence"),
                Json.required(lines, "lines"),
                unverified,
                translation);
        String kind = Json.required(type, "type");
        return switch (kind) {
            case "heading" -> new Block.Heading(content, Json.required(level, "level"));
            case "paragraph" -> new Block.Paragraph(content);
            case "list_item" ->
                new Block.ListItem(content, Json.required(depth, "depth"), Json.required(marker, "marker"), ordered);
            case "table" -> new Block.TableBlock(content, Json.required(table, "table"));
            case "figure" -> new Block.Figure(content);
            case "caption" -> new Block.Caption(content);
            case "formula" -> new Block.Formula(content, Json.required(latex, "latex"));
            case "code" -> new Block.Code(content);
            case "footnote" -> new Block.Footnote(content, Json.required(marker, "marker"));
            case "page_header", "page_footer", "page_number" ->
                new Block.PageFurniture(content, Block.PageFurniture.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
            default -> throw new IOException("the page document has a block of an unknown type");
        };
    }

    private static @Nullable Translation translation(JsonParser json) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            json.skipChildren();
            return null;
        }
        String text = null;
        String error = null;
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            switch (name) {
                case "text" -> text = Json.textOrNull(json);
                case "error" -> error = Json.textOrNull(json);
                default -> json.skipChildren();
            }
        }
        return new Translation(text, error);
    }

    private static Line line(JsonParser json) throws IOException {
        Json.object(json);
        String text = null;
        BoundingBox box = null;
        Double confidence = null;
        Engine engine = null;
        TextStyle style = TextStyle.UNKNOWN;
        double angle = 0;
        List<Word> words = null;
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            switch (name) {
                case "text" -> text = Json.text(json);
                case "box" -> box = Boxes.read(json);
                case "confidence" -> confidence = Json.number(json);
                case "engine" -> engine = Engine.fromWireName(Json.text(json));
                case "style" -> style = style(json);
                case "angle" -> angle = Json.number(json);
                case "words" -> words = Json.list(json, BlockReader::word);
                default -> json.skipChildren();
            }
        }
        return new Line(
                Json.required(text, "text"),
                Json.required(box, "box"),
                Json.required(confidence, "confidence"),
                Json.required(engine, "engine"),
                style,
                angle,
                Json.required(words, "words"));
    }

    private static TextStyle style(JsonParser json) throws IOException {
        Json.object(json);
        Double size = null;
        boolean bold = false;
        boolean italic = false;
        boolean monospace = false;
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            switch (name) {
                case "size" -> size = Json.number(json);
                case "bold" -> bold = Json.flag(json);
                case "italic" -> italic = Json.flag(json);
                case "monospace" -> monospace = Json.flag(json);
                default -> json.skipChildren();
            }
        }
        return new TextStyle(Json.required(size, "size"), bold, italic, monospace);
    }

    /** {@code [text, left, top, right, bottom, confidence]} */
    private static Word word(JsonParser json) throws IOException {
        Json.array(json);
        json.nextToken();
        String text = Json.text(json);
        BoundingBox box = Boxes.corners(json);
        double confidence = Json.nextNumber(json);
        Json.end(json);
        return new Word(text, box, confidence);
    }
}
