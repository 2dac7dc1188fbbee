package dev.pagewright.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagewright.document.BoundingBox;
import dev.pagewright.document.text.WellFormed;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Values as the public API shows them: rounded, finite, never left out where they are null. */
final class PublicJson {

    private final JsonGenerator json;

    PublicJson(JsonGenerator json) {
        this.json = json;
    }

    JsonGenerator generator() {
        return json;
    }

    void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, WellFormed.of(value));
        }
    }

    void number(String name, @Nullable Integer value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    /** ISO 8601, UTC, milliseconds. */
    void time(String name, @Nullable Instant value) throws IOException {
        text(name, value == null ? null : DateTimeFormatter.ISO_INSTANT.format(value.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** 0 to 1, four decimals. */
    void confidence(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeFieldName(name);
            json.writeNumber(rounded(value, 4));
        }
    }

    /** A length in the page's unit, two decimals. */
    void length(String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(rounded(value, 2));
    }

    void box(BoundingBox box) throws IOException {
        json.writeArrayFieldStart("bbox");
        json.writeNumber(rounded(box.left(), 2));
        json.writeNumber(rounded(box.top(), 2));
        json.writeNumber(rounded(box.right(), 2));
        json.writeNumber(rounded(box.bottom(), 2));
        json.writeEndArray();
    }

    /** The number without trailing zeros and without an exponent; 0 for what is none. */
    static BigDecimal rounded(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return BigDecimal.ZERO;
        }
        BigDecimal number = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
    }
}
