package workspace.chats.local.dlt;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object with some of its fields set anew. */
final class FieldsSet {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FieldsSet() {}

    /**
     * Throws {@link CommandFailed} where there is no such place.
     *
     * @param fields values by path, {@code a.b.0} or {@code /a/b/0}
     */
    static byte[] in(byte[] value, Map<String, String> fields) {
        var event = object(value);
        fields.forEach((path, text) -> set(event, path, text));
        return JSON.writeValueAsBytes(event);
    }

    private static ObjectNode object(byte[] value) {
        try {
            if (JSON.readTree(value) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException illegible) {
            // said below, without its words
        }
        throw new CommandFailed(
                "The value is not a JSON object; --mend FILE gives the whole event");
    }

    private static void set(ObjectNode event, String path, String text) {
        var pointer = pointer(path);
        var name = pointer.last().getMatchingProperty();
        switch (event.at(pointer.head())) {
            case ObjectNode object -> object.set(name, value(text));
            case ArrayNode list
                    when pointer.last().getMatchingIndex() >= 0
                            && pointer.last().getMatchingIndex() < list.size() ->
                    list.set(pointer.last().getMatchingIndex(), value(text));
            default -> throw new CommandFailed("The event has no place for " + path);
        }
    }

    private static JsonPointer pointer(String path) {
        var pointer =
                JsonPointer.compile(path.startsWith("/") ? path : "/" + path.replace('.', '/'));
        if (pointer.matches()) {
            throw CommandFailed.misuse("--set needs a path, such as chatType");
        }
        return pointer;
    }

    private static JsonNode value(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException plain) {
            return JSON.getNodeFactory().stringNode(text);
        }
    }
}
