package workspace.chats.system;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON reader of these tests. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static JsonNode read(String text) {
        return MAPPER.readTree(text.isEmpty() ? "{}" : text);
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
