package dev.pagewright.document.stored;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of a tree that must be there and of their type: what is not, is a damaged document. */
final class Json {

    @FunctionalInterface
    interface Mapping<T> {
        T map(JsonNode node) throws IOException;
    }

    private Json() {}

    static int integer(JsonNode holder, String name) throws IOException {
        return checked(holder.path(name), name, holder.path(name).canConvertToInt())
                .intValue();
    }

    static double number(JsonNode holder, String name) throws IOException {
        return checked(holder.path(name), name, holder.path(name).isNumber()).doubleValue();
    }

    static double number(JsonNode array, int index) throws IOException {
        return checked(array.path(index), "[" + index + "]", array.path(index).isNumber())
                .doubleValue();
    }

    static String text(JsonNode holder, String name) throws IOException {
        return checked(holder.path(name), name, holder.path(name).isTextual()).textValue();
    }

    static @Nullable String textOrNull(JsonNode holder, String name) {
        return holder.path(name).textValue();
    }

    /** False where the field is not there. */
    static boolean flag(JsonNode holder, String name) {
        return holder.path(name).asBoolean(false);
    }

    static JsonNode object(JsonNode holder, String name) throws IOException {
        return checked(holder.path(name), name, holder.path(name).isObject());
    }

    static JsonNode array(JsonNode holder, String name) throws IOException {
        return checked(holder.path(name), name, holder.path(name).isArray());
    }

    static <T> List<T> list(JsonNode holder, String name, Mapping<T> mapping) throws IOException {
        JsonNode array = array(holder, name);
        List<T> values = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            values.add(mapping.map(element));
        }
        return values;
    }

    private static JsonNode checked(JsonNode value, String name, boolean valid) throws IOException {
        if (!valid) {
            throw new IOException("the page document lacks a valid " + name);
        }
        return value;
    }
}
