package dev.pagewright.chat.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagewright.chat.passage.PlacedText;
import dev.pagewright.chat.passage.TableRow;
import dev.pagewright.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places and fields of a passage as they are stored. */
final class PassageCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a passage has beside its texts. */
    record Places(List<PlacedText> lines, @Nullable TableRow row) {}

    private PassageCodec() {}

    static String write(List<PlacedText> lines, @Nullable TableRow row) {
        ObjectNode places = MAPPER.createObjectNode();
        ArrayNode written = places.putArray("lines");
        for (PlacedText line : lines) {
            box(written.addArray().add(line.text()), line.box());
        }
        if (row != null) {
            ObjectNode object = places.putObject("row");
            object.put("table", row.table()).put("group", row.group()).put("label", row.label());
            ArrayNode fields = object.putArray("fields");
            for (TableRow.Field field : row.fields()) {
                box(fields.addArray().add(field.text()), field.box()).add(field.header());
            }
        }
        return places.toString();
    }

    static Places read(String json) {
        try {
            JsonNode places = MAPPER.readTree(json);
            List<PlacedText> lines = new ArrayList<>();
            places.path("lines")
                    .forEach(line -> lines.add(new PlacedText(line.path(0).asText(), box(line))));
            JsonNode row = places.path("row");
            return new Places(lines, row.isObject() ? row(row) : null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored passage is damaged", e);
        }
    }

    private static TableRow row(JsonNode row) {
        List<TableRow.Field> fields = new ArrayList<>();
        row.path("fields")
                .forEach(field -> fields.add(
                        new TableRow.Field(field.path(5).asText(), field.path(0).asText(), box(field))));
        return new TableRow(
                row.path("table").asInt(),
                row.path("group").asText(),
                row.path("label").asText(),
                fields);
    }

    private static ArrayNode box(ArrayNode array, BoundingBox box) {
        return array.add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
    }

    private static BoundingBox box(JsonNode array) {
        return new BoundingBox(
                array.path(1).asDouble(),
                array.path(2).asDouble(),
                array.path(3).asDouble(),
                array.path(4).asDouble());
    }
}
