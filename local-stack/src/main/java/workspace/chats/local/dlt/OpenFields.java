package workspace.chats.local.dlt;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventType;
import workspace.chats.events.UndecodableEvent;

/**
 * What may be seen of a letter's value: of an event the fields that its type has, without what is
 * sealed; of anything else its outline.
 */
final class OpenFields {

    private static final String SEALED = "sealed";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final EventCodec CODEC = new EventCodec();

    private OpenFields() {}

    static String of(DeadLetter letter) {
        return event(letter)
                .map(event -> JSON.readTree(CODEC.write(event)))
                .map(OpenFields::open)
                .map(JSON::writeValueAsString)
                .orElseGet(() -> outline(letter.value()));
    }

    private static Optional<Event> event(DeadLetter letter) {
        try {
            return letter.type()
                    .flatMap(EventType::ofWireName)
                    .map(type -> CODEC.read(type, letter.value()));
        } catch (UndecodableEvent illegible) {
            return Optional.empty();
        }
    }

    private static JsonNode open(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                object.properties().forEach(field -> object.set(field.getKey(), open(field)));
                yield object;
            }
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, open(list.get(i)));
                }
                yield list;
            }
            default ->
                    node.isString()
                            ? JSON.getNodeFactory().stringNode(Shown.of(node.asString()))
                            : node;
        };
    }

    private static JsonNode open(Map.Entry<String, JsonNode> field) {
        return field.getKey().equals(SEALED)
                ? JSON.getNodeFactory()
                        .stringNode(field.getValue().asString().length() + " characters, sealed")
                : open(field.getValue());
    }

    /** Names and kinds: whoever broke the event may have put anything into its fields. */
    private static String outline(byte[] value) {
        try {
            return JSON.readTree(value) instanceof ObjectNode object
                    ? JSON.writeValueAsString(kinds(object))
                    : "not a JSON object";
        } catch (JacksonException illegible) {
            return "not JSON";
        }
    }

    private static ObjectNode kinds(ObjectNode object) {
        var kinds = JSON.createObjectNode();
        object.properties()
                .forEach(field ->
                        kinds.put(
                                Shown.of(field.getKey()),
                                "("
                                        + field.getValue()
                                                .getNodeType()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                        + ")"));
        return kinds;
    }
}
