package dev.pagewright.event.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of a small schema, each told as what it is. */
class SchemaChangesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String SCHEMA = """
            {"$defs": {
              "E": {"type": "object", "required": ["a", "k"], "properties": {
                "a": {"type": "string"},
                "n": {"type": ["number", "null"], "minimum": 0},
                "k": {"$ref": "#/$defs/K"},
                "o": {"type": "string", "enum": ["x", "y"], "x-open": true},
                "list": {"type": "array", "items": {"$ref": "#/$defs/Part"}}},
                "oneOf": [{"required": ["n"]}, {"required": ["o"]}]},
              "K": {"type": "string", "enum": ["one", "two"]},
              "Part": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "integer"}, "children": {"type": "array", "items": {"$ref": "#/$defs/Part"}}}}}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a': {'type': 'string'}, => ",
                "'a': {'type': 'string'} => 'a': {'type': 'integer'}",
                "'a': {'type': 'string'} => 'a': {'type': ['string', 'null']}",
                "'type': ['number', 'null'] => 'type': 'number'",
                "'required': ['a', 'k'] => 'required': ['a']",
                "'required': ['a', 'k'] => 'required': ['a', 'k', 'n']",
                "'enum': ['one', 'two'] => 'enum': ['one', 'two', 'three']",
                "'enum': ['one', 'two'] => 'enum': ['one']",
                "'enum': ['x', 'y'] => 'enum': ['x']",
                "'minimum': 0 => 'minimum': 1",
                "'a': {'type': 'string'} => 'a': {'type': 'string', 'pattern': '^[a-z]+$'}",
                "'id': {'type': 'integer'} => 'id': {'type': 'string'}",
                "'required': ['id'] => 'required': []",
                "{'required': ['n']}, {'required': ['o']} => {'required': ['n']}",
                "'children': {'type': 'array', 'items': {'$ref': '#/$defs/Part'}} => 'children': {'type': 'array', 'items': {'type': 'integer'}}",
                "'type': 'object', 'required': ['a' => 'type': 'object', 'additionalProperties': false, 'required': ['a'"
            })
    void a_change_that_breaks_a_reader_is_told(String change) throws Exception {
        assertThat(SchemaChanges.breaking(schema(SCHEMA), changed(change), "E")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a': {'type': 'string'} => 'a': {'type': 'string'}, 'b': {'type': 'string'}",
                "'a': {'type': 'string'} => 'a': {'type': 'string', 'description': 'A name.'}",
                "'a': {'type': 'string'} => 'a': {'title': 'A', 'type': 'string', 'examples': ['z']}",
                "'required': ['a', 'k'] => 'required': ['k', 'a']",
                "'enum': ['one', 'two'] => 'enum': ['two', 'one']",
                "'enum': ['x', 'y'] => 'enum': ['x', 'y', 'z']",
                "'type': ['number', 'null'] => 'type': ['null', 'number']",
                "'id': {'type': 'integer'} => 'id': {'type': 'integer'}, 'note': {'type': ['string', 'null']}",
                "'K': {'type' => 'New': {'type': 'object'}, 'K': {'type'",
                "'k': {'$ref': '#/$defs/K'} => 'k': {'type': 'string', 'enum': ['one', 'two']}",
                "'minimum': 0 => 'minimum': 0, 'deprecated': true",
                "'k': {'$ref': '#/$defs/K'} => 'k': {'$ref': '#/$defs/K2'}"
            })
    void a_harmless_change_is_not(String change) throws Exception {
        assertThat(SchemaChanges.breaking(schema(SCHEMA), changed(change), "E")).isEmpty();
    }

    private static JsonNode changed(String change) throws Exception {
        String[] sides = change.replace('\'', '"').split(" => ?", 2);
        String text =
                SCHEMA.replace("\"K\": {", "\"K2\": {\"type\": \"string\", \"enum\": [\"one\", \"two\"]}, \"K\": {");
        assertThat(text).contains(sides[0]);
        return schema(text.replace(sides[0], sides[1]));
    }

    private static JsonNode schema(String text) throws Exception {
        return MAPPER.readTree(text);
    }
}
