package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JsonParser;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.Cell;
import dev.pagewright.document.Table;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table's stored form, gathered field by field. */
final class TableReader {

    private @Nullable BoundingBox box;
    private @Nullable Integer rows;
    private @Nullable Integer columns;
    private @Nullable Double confidence;
    private @Nullable List<Cell> cells;
    private boolean continued;

    private TableReader() {}

    static Table table(JsonParser json) throws IOException {
        Json.object(json);
        var reader = new TableReader();
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            reader.take(name, json);
        }
        return new Table(
                Json.required(reader.box, "box"),
                Json.required(reader.rows, "rows"),
                Json.required(reader.columns, "columns"),
                Json.required(reader.confidence, "confidence"),
                Json.required(reader.cells, "cells"),
                reader.continued);
    }

    private void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "box" -> box = Boxes.read(json);
            case "rows" -> rows = Json.integer(json);
            case "columns" -> columns = Json.integer(json);
            case "confidence" -> confidence = Json.number(json);
            case "cells" -> cells = Json.list(json, TableReader::cell);
            case "continued" -> continued = Json.flag(json);
            default -> json.skipChildren();
        }
    }

    private static Cell cell(JsonParser json) throws IOException {
        Json.object(json);
        Integer row = null;
        Integer column = null;
        int rowSpan = 1;
        int columnSpan = 1;
        boolean header = false;
        String text = null;
        BoundingBox box = null;
        for (String name = Json.field(json); name != null; name = Json.field(json)) {
            switch (name) {
                case "row" -> row = Json.integer(json);
                case "column" -> column = Json.integer(json);
                case "row_span" -> rowSpan = Json.integer(json);
                case "column_span" -> columnSpan = Json.integer(json);
                case "header" -> header = Json.flag(json);
                case "text" -> text = Json.text(json);
                case "box" -> box = Boxes.read(json);
                default -> json.skipChildren();
            }
        }
        return new Cell(
                Json.required(row, "row"),
                Json.required(column, "column"),
                rowSpan,
                columnSpan,
                header,
                Json.required(text, "text"),
                Json.required(box, "box"));
    }
}
