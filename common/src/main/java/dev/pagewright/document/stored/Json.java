package dev.pagewright.document.stored;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a stream that must be there and of their type: what is not, is a damaged document. */
final class Json {

    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    private Json() {}

    /**
     * Goes to the next field's value.
     *
     * @return the field's name; null at the end of the object
     */
    static @Nullable String field(JsonParser json) throws IOException {
        String name = json.nextFieldName();
        if (name == null && json.currentToken() != JsonToken.END_OBJECT) {
            throw damaged("end");
        }
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    static void object(JsonParser json) throws IOException {
        checked(json.currentToken() == JsonToken.START_OBJECT, "object");
    }

    static int integer(JsonParser json) throws IOException {
        checked(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "number");
        return json.getIntValue();
    }

    static double number(JsonParser json) throws IOException {
        checked(json.currentToken().isNumeric(), "number");
        return json.getDoubleValue();
    }

    /** The next number of an array. */
    static double nextNumber(JsonParser json) throws IOException {
        json.nextToken();
        return number(json);
    }

    static String text(JsonParser json) throws IOException {
        checked(json.currentToken() == JsonToken.VALUE_STRING, "text");
        return json.getText();
    }

    static @Nullable String textOrNull(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
    }

    static boolean flag(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    static <T> List<T> list(JsonParser json, Reading<T> reading) throws IOException {
        array(json);
        List<T> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(reading.read(json));
        }
        return values;
    }

    static void array(JsonParser json) throws IOException {
        checked(json.currentToken() == JsonToken.START_ARRAY, "array");
    }

    /** The end of an array, over values that a newer writer added. */
    static void end(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            checked(json.currentToken() != null, "end");
            json.skipChildren();
        }
    }

    /** A field's value that must have been there. */
    static <T> T required(@Nullable T value, String name) throws IOException {
        if (value == null) {
            throw damaged(name);
        }
        return value;
    }

    private static void checked(boolean valid, String name) throws IOException {
        if (!valid) {
            throw damaged(name);
        }
    }

    static IOException damaged(String name) {
        return new DamagedPageException("the page document lacks a valid " + name);
    }
}
