package dev.pagewright.document.stored;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.pagewright.document.Translation;
import dev.pagewright.document.Unit;
import dev.pagewright.document.Word;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stored form to model. */
final class PageReader {

    private PageReader() {}

    static Page page(JsonNode page) throws IOException {
        int version = Json.integer(page, "version");
        if (version != PageCodec.VERSION) {
            throw new IOException("the page document has version %d; this release reads version %d"
                    .formatted(version, PageCodec.VERSION));
        }
        return new Page(
                Json.integer(page, "index"),
                Json.integer(page, "number"),
                Json.number(page, "width"),
                Json.number(page, "height"),
                Unit.valueOf(Json.text(page, "unit").toUpperCase(Locale.ROOT)),
                Json.integer(page, "rotation"),
                transform(Json.array(page, "to_original")),
                reading(Json.object(page, "reading")),
                Json.list(page, "blocks", PageReader::block),
                Json.list(page, "tables", PageReader::table),
                Json.list(page, "links", PageReader::link),
                debug(Json.object(page, "debug")));
    }

    private static PageTransform transform(JsonNode values) throws IOException {
        return new PageTransform(
                Json.number(values, 0),
                Json.number(values, 1),
                Json.number(values, 2),
                Json.number(values, 3),
                Json.number(values, 4),
                Json.number(values, 5));
    }

    private static Reading reading(JsonNode reading) throws IOException {
        Set<Engine> engines = new LinkedHashSet<>();
        for (JsonNode engine : Json.array(reading, "engines")) {
            engines.add(Engine.fromWireName(engine.asText()));
        }
        return new Reading(
                Engine.fromWireName(Json.text(reading, "engine")),
                engines,
                EngineReason.fromWireName(Json.text(reading, "reason")),
                Json.textOrNull(reading, "language"));
    }

    private static Block block(JsonNode block) throws IOException {
        Content content = content(block);
        String type = Json.text(block, "type");
        return switch (type) {
            case "heading" -> new Block.Heading(content, Json.integer(block, "level"));
            case "paragraph" -> new Block.Paragraph(content);
            case "list_item" ->
                new Block.ListItem(
                        content, Json.integer(block, "depth"), Json.text(block, "marker"), Json.flag(block, "ordered"));
            case "table" -> new Block.TableBlock(content, Json.integer(block, "table"));
            case "figure" -> new Block.Figure(content);
            case "caption" -> new Block.Caption(content);
            case "formula" -> new Block.Formula(content, Json.text(block, "latex"));
            case "code" -> new Block.Code(content);
            case "footnote" -> new Block.Footnote(content, Json.text(block, "marker"));
            case "page_header", "page_footer", "page_number" ->
                new Block.PageFurniture(content, Block.PageFurniture.Kind.valueOf(type.toUpperCase(Locale.ROOT)));
            default -> throw new IOException("the page document has a block of an unknown type");
        };
    }

    private static Content content(JsonNode block) throws IOException {
        return new Content(
                Json.text(block, "text"),
                box(block),
                Json.number(block, "confidence"),
                Json.list(block, "lines", PageReader::line),
                Json.flag(block, "unverified"),
                translation(block.get("translation")));
    }

    private static @Nullable Translation translation(@Nullable JsonNode translation) {
        return translation == null || translation.isNull()
                ? null
                : new Translation(Json.textOrNull(translation, "text"), Json.textOrNull(translation, "error"));
    }

    private static Line line(JsonNode line) throws IOException {
        return new Line(
                Json.text(line, "text"),
                box(line),
                Json.number(line, "confidence"),
                Engine.fromWireName(Json.text(line, "engine")),
                style(line.get("style")),
                line.has("angle") ? Json.number(line, "angle") : 0,
                Json.list(line, "words", PageReader::word));
    }

    private static TextStyle style(@Nullable JsonNode style) throws IOException {
        return style == null
                ? TextStyle.UNKNOWN
                : new TextStyle(
                        Json.number(style, "size"),
                        Json.flag(style, "bold"),
                        Json.flag(style, "italic"),
                        Json.flag(style, "monospace"));
    }

    private static Word word(JsonNode word) throws IOException {
        return new Word(
                word.path(0).asText(),
                new BoundingBox(Json.number(word, 1), Json.number(word, 2), Json.number(word, 3), Json.number(word, 4)),
                Json.number(word, 5));
    }

    private static Table table(JsonNode table) throws IOException {
        return new Table(
                box(table),
                Json.integer(table, "rows"),
                Json.integer(table, "columns"),
                Json.number(table, "confidence"),
                Json.list(table, "cells", PageReader::cell),
                Json.flag(table, "continued"));
    }

    private static Cell cell(JsonNode cell) throws IOException {
        return new Cell(
                Json.integer(cell, "row"),
                Json.integer(cell, "column"),
                cell.path("row_span").asInt(1),
                cell.path("column_span").asInt(1),
                Json.flag(cell, "header"),
                Json.text(cell, "text"),
                box(cell));
    }

    private static Link link(JsonNode link) throws IOException {
        return new Link(box(link), Json.text(link, "uri"));
    }

    private static Map<String, Double> debug(JsonNode debug) throws IOException {
        Map<String, Double> values = new HashMap<>();
        for (var entry : debug.properties()) {
            values.put(entry.getKey(), Json.number(debug, entry.getKey()));
        }
        return values;
    }

    private static BoundingBox box(JsonNode holder) throws IOException {
        JsonNode box = Json.array(holder, "box");
        return new BoundingBox(Json.number(box, 0), Json.number(box, 1), Json.number(box, 2), Json.number(box, 3));
    }
}
