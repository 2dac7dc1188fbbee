package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JsonParser;
import dev.pagewright.document.BoundingBox;
import java.io.IOException;

/** Boxes as they are stored: {@code [left, top, right, bottom]}. */
final class Boxes {

    private Boxes() {}

    static BoundingBox read(JsonParser json) throws IOException {
        Json.array(json);
        BoundingBox box = corners(json);
        Json.end(json);
        return box;
    }

    /** The next four numbers of an array. */
    static BoundingBox corners(JsonParser json) throws IOException {
        double left = Json.nextNumber(json);
        double top = Json.nextNumber(json);
        double right = Json.nextNumber(json);
        return new BoundingBox(left, top, right, Json.nextNumber(json));
    }
}
