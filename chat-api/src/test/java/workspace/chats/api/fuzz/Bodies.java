package workspace.chats.api.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.property.Draws;

/** Bodies of a call: right, with something wrong in a field, or broken as a whole. */
final class Bodies {

    private static final JsonMapper PLAIN = new JsonMapper();

    /** The only way to send half of a surrogate pair. */
    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int DEEP = 20_000;
    private static final int HUGE = 1 << 20;

    private final Draws draws;
    private final Values values;

    Bodies(Draws draws, Values values) {
        this.draws = draws;
        this.values = values;
    }

    byte[] of(JsonNode schema, Mood mood) {
        var object = object(schema, mood);
        if (mood == Mood.CHAOS && draws.oneIn(2)) {
            return broken(object);
        }
        var mapper = draws.oneIn(2) ? ESCAPED : PLAIN;
        return mapper.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode object(JsonNode schema, Mood mood) {
        var object = JsonNodeFactory.instance.objectNode();
        schema.path("properties")
                .properties()
                .forEach(field -> {
                    var name = field.getKey();
                    if (mood.spoils(draws)) {
                        object.set(name, values.wrong(name, field.getValue()));
                    } else if (Values.isRequired(schema, name)
                            || draws.oneIn(mood == Mood.KIND ? 6 : 3)) {
                        object.set(name, values.right(name, field.getValue()));
                    }
                });
        if (mood == Mood.CHAOS && draws.oneIn(4)) {
            object.set(values.hostile(), Hostile.value(draws, values.word()));
        }
        return object;
    }

    private byte[] broken(ObjectNode object) {
        var text = ESCAPED.writeValueAsString(object);
        return switch (draws.below(16)) {
            case 0 -> new byte[0];
            case 1 -> bytes(text.substring(0, draws.below(text.length())));
            case 2 -> bytes(text + values.word());
            case 3 -> bytes(text + text);
            case 4 -> bytes("[" + text + "]");
            case 5 -> bytes("\"" + values.word() + "\"");
            case 6 -> bytes("[".repeat(DEEP));
            case 7 -> bytes("{\"a\":".repeat(DEEP));
            case 8 -> bytes("[".repeat(900) + "\"" + values.word() + "\"" + "]".repeat(900));
            case 9 -> bytes("\ufeff" + text);
            case 10 -> text.getBytes(other());
            case 11 -> withBadByte(bytes(text));
            case 12 -> bytes(twice(text));
            case 13 -> bytes(text.replace('"', '\''));
            case 14 -> bytes(text.replaceFirst("}$", ", \"x\": NaN /* " + values.word() + " */}"));
            default -> bytes(text + " ".repeat(HUGE - draws.below(2) * text.length()));
        };
    }

    private Charset other() {
        return draws.from(
                List.of(
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE,
                        Charset.forName("UTF-32BE"),
                        Charset.forName("IBM037")));
    }

    /** Every field once more, as the document allows none. */
    private static String twice(String text) {
        var inner = text.substring(1, text.length() - 1);
        return inner.isEmpty() ? text : "{" + inner + "," + inner + "}";
    }

    private byte[] withBadByte(byte[] bytes) {
        var longer = Arrays.copyOf(bytes, bytes.length + 1);
        int at = draws.below(bytes.length);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        longer[at] = draws.from(List.of((byte) 0xff, (byte) 0xc3, (byte) 0xed, (byte) 0x00));
        return longer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
