package workspace.chats.api.contract;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that fields and parameters are made of. */
final class Types {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Types() {}

    static ObjectNode of(String type) {
        return NODES.objectNode().put("type", type);
    }

    static ObjectNode id() {
        return of("string").put("format", "uuid");
    }

    static ObjectNode time() {
        return of("string").put("format", "date-time");
    }

    static ObjectNode flag() {
        return of("boolean");
    }

    static ObjectNode whole(int atLeast) {
        return of("integer").put("minimum", atLeast);
    }

    static ObjectNode whole(int atLeast, int atMost) {
        return whole(atLeast).put("maximum", atMost);
    }

    static ObjectNode text(int atMost) {
        return of("string").put("maxLength", atMost);
    }

    /** One line that says something. */
    static ObjectNode line(int atMost) {
        return text(atMost)
                .put("minLength", 1)
                .put("pattern", "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$");
    }

    static ObjectNode matching(String pattern) {
        return of("string").put("pattern", pattern);
    }

    static ObjectNode oneOf(String... words) {
        return oneOf(List.of(words));
    }

    static ObjectNode oneOf(List<String> words) {
        var schema = of("string");
        words.forEach(schema.putArray("enum")::add);
        return schema;
    }

    /** A set of words in answers that may grow; clients have to bear with new ones. */
    static ObjectNode open(ObjectNode words) {
        return words.put(Compatibility.OPEN, true);
    }

    /** A flat object of texts. */
    static ObjectNode texts(int atMost, int longest) {
        var schema = of("object").put("maxProperties", atMost);
        schema.putObject("propertyNames").put("maxLength", longest);
        return schema.set("additionalProperties", text(longest));
    }

    static ObjectNode listOf(ObjectNode element, int atMost) {
        return of("array").put("maxItems", atMost).set("items", element);
    }

    static ObjectNode ref(String component) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + component);
    }

    /** The same schema, or null. */
    static ObjectNode orNull(ObjectNode schema) {
        var wider = schema.deepCopy();
        if (schema.has("$ref")) {
            wider.removeAll();
            wider.putArray("anyOf").add(schema).add(of("null"));
            return wider;
        }
        wider.putArray("type").add(schema.get("type")).add("null");
        if (wider.get("enum") instanceof ArrayNode words) {
            words.addNull();
        }
        return wider;
    }
}
