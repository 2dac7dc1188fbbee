package dev.pagewright.event.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of a schema does to those who speak it: readers of the earlier one, who are sent data of the later, and
 * readers of the later one, who replay data of the earlier. Harmless is a new optional property, whatever says nothing of
 * data (titles, descriptions, examples), another name of a definition, and a new value of an enumeration that says
 * {@code "x-open": true}. Everything else is told: simple, and on the safe side.
 */
final class SchemaChanges {

    private static final Set<String> REMARKS =
            Set.of("title", "description", "examples", "default", "deprecated", "$comment", "x-open", "$id", "$schema");
    /** Keywords whose order says nothing. */
    private static final Set<String> SETS = Set.of("type", "required", "enum");

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> seen = new HashSet<>();
    private final List<String> breaking = new ArrayList<>();

    private SchemaChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param before a document with definitions
     * @param definition of both
     * @return a sentence for each change that breaks a reader; none where all are harmless
     */
    static List<String> breaking(JsonNode before, JsonNode after, String definition) {
        var changes = new SchemaChanges(before, after);
        changes.compare("#/$defs/" + definition, definition, definition);
        return changes.breaking;
    }

    private void compare(String place, String earlierDefinition, String laterDefinition) {
        if (seen.add(earlierDefinition + " " + laterDefinition)) {
            JsonNode earlier = before.path("$defs").path(earlierDefinition);
            JsonNode later = after.path("$defs").path(laterDefinition);
            if (later.isMissingNode()) {
                breaking.add(place + " is gone");
            } else {
                compare(place, earlier, later);
            }
        }
    }

    private void compare(String place, JsonNode earlier, JsonNode later) {
        if (earlier.has("$ref") && later.has("$ref")) {
            compare(place, definition(earlier), definition(later));
            return;
        }
        if (earlier.has("$ref") || later.has("$ref")) { // a definition that was written out, or the other way round
            JsonNode left = earlier.has("$ref") ? before.path("$defs").path(definition(earlier)) : earlier;
            JsonNode right = later.has("$ref") ? after.path("$defs").path(definition(later)) : later;
            compare(place, left, right);
            return;
        }
        Set<String> keywords = new TreeSet<>();
        earlier.fieldNames().forEachRemaining(keywords::add);
        later.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(REMARKS);
        for (String keyword : keywords) {
            keyword(place + "/" + keyword, keyword, earlier, later);
        }
    }

    private void keyword(String place, String keyword, JsonNode earlier, JsonNode later) {
        JsonNode was = earlier.path(keyword);
        JsonNode is = later.path(keyword);
        switch (keyword) {
            case "properties" -> properties(place, was, is);
            case "items", "if", "then", "else", "additionalProperties", "not" -> {
                if (was.isObject() && is.isObject()) {
                    compare(place, was, is);
                } else if (!was.equals(is)) {
                    breaking.add(place + " is another");
                }
            }
            case "oneOf", "anyOf", "allOf" -> choices(place, was, is);
            default -> {
                boolean same = SETS.contains(keyword) ? values(was).equals(values(is)) : was.equals(is);
                boolean grown = keyword.equals("enum")
                        && earlier.path("x-open").asBoolean()
                        && values(is).containsAll(values(was));
                if (!same && !grown) {
                    breaking.add("%s was %s and is %s".formatted(place, was, is));
                }
            }
        }
    }

    private void properties(String place, JsonNode was, JsonNode is) {
        for (var property : was.properties()) {
            JsonNode later = is.path(property.getKey());
            if (later.isMissingNode()) {
                breaking.add(place + "/" + property.getKey() + " is gone");
            } else {
                compare(place + "/" + property.getKey(), property.getValue(), later);
            }
        }
    }

    private void choices(String place, JsonNode was, JsonNode is) {
        if (was.size() != is.size()) {
            breaking.add(place + " has other choices");
            return;
        }
        for (int i = 0; i < was.size(); i++) {
            compare(place + "/" + i, was.get(i), is.get(i));
        }
    }

    private static Set<String> values(JsonNode node) {
        Set<String> values = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(value -> values.add(value.toString()));
        } else if (!node.isMissingNode()) {
            values.add(node.toString());
        }
        return values;
    }

    private static String definition(JsonNode reference) {
        return reference.path("$ref").asText().substring("#/$defs/".length());
    }
}
