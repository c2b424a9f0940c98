package workspace.chats.api.contract;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request's body may hold. Bodies are read as trees, so nothing but the tests ties a shape
 * to its reader: {@code RequestShapesIT} sends every field, every field wrong, and one too many.
 */
final class Shape {

    private final String name;
    private final ObjectNode schema = JsonNodeFactory.instance.objectNode();
    private final ArrayNode required;
    private final ObjectNode properties;

    private Shape(String name, String description) {
        this.name = name;
        schema.put("type", "object").put("description", description);
        required = schema.putArray("required");
        properties = schema.putObject("properties");
        schema.put("additionalProperties", false);
    }

    static Shape of(String name, String description) {
        return new Shape(name, description);
    }

    Shape required(String field, ObjectNode type, String description) {
        required.add(field);
        properties.set(field, type.put("description", description));
        return this;
    }

    /** May be left out, but not cleared. */
    Shape unlessSame(String field, ObjectNode type, String description) {
        properties.set(field, type.put("description", description));
        return this;
    }

    /** What a change may hold: everything, and nothing has to be. */
    Shape asChange(String changeName, String description) {
        var change = Shape.of(changeName, description);
        change.properties.setAll(properties.deepCopy());
        return change;
    }

    String firstField() {
        return properties.propertyNames().iterator().next();
    }

    /** Null stands for absent, or clears; either way it is allowed. */
    Shape optional(String field, ObjectNode type, String description) {
        properties.set(field, Types.orNull(type).put("description", description));
        return this;
    }

    String name() {
        return name;
    }

    ObjectNode schema() {
        var complete = schema.deepCopy();
        if (required.isEmpty()) {
            complete.remove("required");
        }
        return complete;
    }
}
