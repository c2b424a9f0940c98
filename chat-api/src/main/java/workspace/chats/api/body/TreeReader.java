package workspace.chats.api.body;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.api.problem.Flaw;

/** Reads one JSON document, notes fields that stand twice, and refuses anything after its end. */
final class TreeReader {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FieldProblems problems;

    TreeReader(FieldProblems problems) {
        this.problems = problems;
    }

    JsonNode read(byte[] json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            var root = value(parser, parser.nextToken(), "");
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "more than one document");
            }
            return root;
        }
    }

    private JsonNode value(JsonParser parser, @Nullable JsonToken token, String path) {
        if (token == null) {
            throw new StreamReadException(parser, "no document");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> NODES.nullNode();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new StreamReadException(parser, "no value");
        };
    }

    /** As it was sent; one with an exponent that no number here has reads as infinite. */
    private static JsonNode fraction(JsonParser parser) {
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException beyond) {
            return NODES.numberNode(Double.POSITIVE_INFINITY);
        }
    }

    private ObjectNode object(JsonParser parser, String path) {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (object.has(name)) {
                problems.add(path + FieldName.shown(name), Flaw.DUPLICATE_FIELD);
            }
            object.set(name, value(parser, parser.nextToken(), path + FieldName.shown(name) + "."));
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String path) {
        var array = NODES.arrayNode();
        for (var t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            array.add(value(parser, t, FieldName.element(path, array.size()) + "."));
        }
        return array;
    }
}
