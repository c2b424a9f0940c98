package workspace.chats.api.contract;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values made from schemas: the smallest right one, and one of the wrong type. */
public final class Samples {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;

    Samples(JsonNode document) {
        this.document = document;
    }

    public JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref");
        return reference.isString() ? document.at(reference.stringValue().substring(1)) : schema;
    }

    public JsonNode right(JsonNode schema) {
        var resolved = resolve(schema);
        if (resolved.has("enum")) {
            return resolved.path("enum").get(0);
        }
        return switch (type(resolved)) {
            case "boolean" -> NODES.booleanNode(true);
            case "number" -> NODES.numberNode(1.5);
            case "integer" -> NODES.numberNode(Math.max(1, resolved.path("minimum").asInt(1)));
            case "array" -> NODES.arrayNode().add(right(resolved.path("items")));
            case "object" -> object(resolved);
            default -> NODES.stringNode(text(resolved));
        };
    }

    /** The fields that have to be there, and nothing else. */
    public ObjectNode object(JsonNode schema) {
        var object = NODES.objectNode();
        schema.path("required")
                .forEach(name ->
                        object.set(
                                name.stringValue(),
                                right(schema.path("properties").path(name.stringValue()))));
        return object;
    }

    JsonNode wrong(JsonNode schema) {
        return type(resolve(schema)).equals("string")
                ? NODES.numberNode(7)
                : NODES.stringNode("seven");
    }

    /** The type that is not null. */
    public static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).stringValue() : type.asString("string");
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" -> "2026-01-02T03:04:05Z";
            default -> "seven";
        };
    }
}
