package workspace.chats.api.fuzz;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.contract.Call;
import workspace.chats.api.contract.Samples;
import workspace.chats.api.matrix.Thing;
import workspace.chats.api.property.Draws;

/**
 * Values for the places of the document: right ones, ones at the edge of what is right, and others.
 * Each carries a canary.
 */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int USUAL = 12;

    /** What is right beyond what a schema can say. */
    private static final Map<String, List<String>> KNOWN =
            Map.of(
                    "kind", List.of("human", "assistant", "chat", "realtime"),
                    "createdAfter", List.of("2026-01-02T03:04:05Z"),
                    "createdBefore", List.of("2999-12-31T23:59:59.123456789Z"));

    private final Draws draws;
    private final Pool pool;
    private final int number;

    /**
     * @param number tells this request's canaries from others
     */
    Values(Draws draws, Pool pool, int number) {
        this.draws = draws;
        this.pool = pool;
        this.number = number;
    }

    /** One that the document allows. */
    JsonNode right(String name, JsonNode schema) {
        var resolved = Call.SAMPLES.resolve(schema);
        if (resolved.has("enum")) {
            return draws.from(resolved.path("enum").valueStream().toList());
        }
        return switch (Samples.type(resolved)) {
            case "boolean" -> NODES.booleanNode(draws.oneIn(2));
            case "number" -> NODES.numberNode(1 + draws.below(20) / 2.0);
            case "integer" -> whole(name, resolved);
            case "array" -> list(name, resolved);
            case "object" -> object(resolved);
            default -> NODES.stringNode(text(name, resolved));
        };
    }

    /** One that it does not, or only just. */
    JsonNode wrong(String name, JsonNode schema) {
        var resolved = Call.SAMPLES.resolve(schema);
        var isText = Samples.type(resolved).equals("string");
        return switch (draws.below(isText ? 5 : 4)) {
            case 0 -> Hostile.value(draws, word());
            case 1 -> Hostile.number(draws);
            case 2 -> NODES.stringNode(hostile());
            case 3 -> edge(resolved);
            default -> NODES.stringNode(hostile());
        };
    }

    /** Text that is right nowhere, with a canary in it. */
    String hostile() {
        var text = Hostile.text(draws);
        return draws.oneIn(2) ? text + word() : word() + text;
    }

    String word() {
        return Canary.word(number);
    }

    private JsonNode edge(JsonNode schema) {
        var longest = schema.path("maxLength").asInt(0);
        if (longest > 0) {
            return NODES.stringNode(
                    "e".repeat(longest - word().length() + draws.below(2)) + word());
        }
        if (schema.has("maxItems")) {
            return many(schema.path("items"), schema.path("maxItems").asInt() + draws.below(2));
        }
        if (schema.has("maxProperties")) {
            return properties(schema.path("maxProperties").asInt() + draws.below(2));
        }
        var end = schema.path(draws.oneIn(2) ? "maximum" : "minimum");
        return end.isNumber()
                ? NODES.numberNode(end.asLong() + draws.below(3) - 1)
                : NODES.nullNode();
    }

    private JsonNode many(JsonNode items, int count) {
        var list = NODES.arrayNode();
        for (int i = 0; i < count; i++) {
            list.add(Call.SAMPLES.right(items)); // an id each time anew
        }
        return list;
    }

    private JsonNode properties(int count) {
        var object = NODES.objectNode();
        for (int i = 0; i < count; i++) {
            object.put(word() + i, word());
        }
        return object;
    }

    private JsonNode whole(String name, JsonNode schema) {
        if (name.endsWith("umber")) {
            return NODES.numberNode(Integer.parseInt(known(Thing.named(name))));
        }
        int least = schema.path("minimum").asInt(1);
        return NODES.numberNode(least + draws.below(3));
    }

    private JsonNode list(String name, JsonNode schema) {
        var list = NODES.arrayNode();
        int size = draws.below(3);
        for (int i = 0; i < size; i++) {
            list.add(right(name, schema.path("items")));
        }
        return list;
    }

    private ObjectNode object(JsonNode schema) {
        var object = NODES.objectNode();
        schema.path("properties")
                .properties()
                .forEach(field -> {
                    if (isRequired(schema, field.getKey()) || draws.oneIn(2)) {
                        object.set(field.getKey(), right(field.getKey(), field.getValue()));
                    }
                });
        if (!schema.has("properties") && draws.oneIn(2)) {
            object.put(word(), word());
        }
        return object;
    }

    private String text(String name, JsonNode schema) {
        if (schema.path("format").asString("").equals("uuid")) {
            return id(name);
        }
        var known = KNOWN.get(name);
        if (known != null) {
            return draws.from(known);
        }
        return switch (name) {
            case "phone", "e164" -> Canary.phone(number);
            case "email" -> mailbox();
            case "address" -> draws.oneIn(2) ? mailbox() : Canary.phone(number);
            default -> schema.has("pattern") || draws.oneIn(2) ? word() : odd();
        };
    }

    private String odd() {
        return word() + "\ud83d\udc69\u200d\u2695 \u05d0\u0644 " + draws.below(USUAL);
    }

    private String mailbox() {
        return word() + "@example.org";
    }

    /** Mostly one that is there. */
    private String id(String name) {
        return draws.oneIn(USUAL) ? Canary.id(number) : known(Thing.named(name));
    }

    /** Every other time the first one, so that things that belong together meet. */
    private String known(Thing thing) {
        var known = pool.known(thing);
        if (known.isEmpty()) {
            return Canary.id(number);
        }
        return draws.oneIn(2) ? draws.from(known) : known.getFirst();
    }

    static boolean isRequired(JsonNode schema, String name) {
        return schema.path("required").valueStream().anyMatch(it -> it.asString().equals(name));
    }
}
