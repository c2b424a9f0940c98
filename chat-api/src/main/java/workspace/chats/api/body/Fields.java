package workspace.chats.api.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.api.problem.Flaw;

/**
 * The fields of one JSON object. Each is asked for by name; one that is absent, null or wrong reads
 * as null, and what is wrong is noted. {@link #refuseOthers()} notes every field that was not asked
 * for.
 */
public final class Fields {

    private final String path;
    private final ObjectNode object;
    private final FieldProblems problems;
    private final Set<String> asked = new HashSet<>();

    Fields(String path, ObjectNode object, FieldProblems problems) {
        this.path = path;
        this.object = object;
        this.problems = problems;
    }

    /** Where a field is, seen from the body. */
    public String pathOf(String name) {
        return path + name;
    }

    public void refuse(String name, Flaw flaw) {
        problems.add(pathOf(name), flaw);
    }

    public void refuseOthers() {
        object.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> refuse(FieldName.shown(name), Flaw.UNKNOWN_FIELD));
    }

    /** Whether it stands there at all, be it null. */
    public boolean isGiven(String name) {
        return object.has(name);
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public @Nullable String text(String name) {
        var value = value(name, JsonNode::isString);
        if (value == null) {
            return null;
        }
        if (!Texts.canBeKept(value.stringValue())) {
            refuse(name, Flaw.MALFORMED_TEXT);
            return null;
        }
        return value.stringValue();
    }

    public @Nullable UUID id(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var id = Uuids.parse(text);
        if (id.isEmpty()) {
            refuse(name, Flaw.MALFORMED_ID);
        }
        return id.orElse(null);
    }

    public @Nullable Boolean flag(String name) {
        var value = value(name, JsonNode::isBoolean);
        return value == null ? null : value.booleanValue();
    }

    /** A whole number; one too large for an {@code int} reads as the largest. */
    public @Nullable Integer whole(String name) {
        var value = value(name, JsonNode::isIntegralNumber);
        if (value == null) {
            return null;
        }
        return value.canConvertToInt() ? value.intValue() : Integer.MAX_VALUE;
    }

    /** A number, whole or not; one too large for a {@code double} reads as infinite. */
    public @Nullable Double decimal(String name) {
        var value = value(name, JsonNode::isNumber);
        return value == null ? null : value.doubleValue(Double.POSITIVE_INFINITY);
    }

    /** One of the words that {@code choices} knows. */
    public <E> @Nullable E choice(String name, Map<String, E> choices) {
        var word = text(name);
        if (word == null) {
            return null;
        }
        var choice = choices.get(word);
        if (choice == null) {
            refuse(name, Flaw.NOT_ALLOWED);
        }
        return choice;
    }

    /** A list of words that {@code choices} has, none twice. */
    public @Nullable List<String> words(String name, Set<String> choices) {
        var list = value(name, JsonNode::isArray);
        if (list == null) {
            return null;
        }
        var words = new ArrayList<String>();
        if (list.size() > choices.size()) {
            refuse(name, Flaw.TOO_MANY);
            return words;
        }
        for (int i = 0; i < list.size(); i++) {
            var word = list.get(i).asString("");
            if (!list.get(i).isString() || !choices.contains(word)) {
                problems.add(FieldName.element(pathOf(name), i), Flaw.NOT_ALLOWED);
            } else if (words.contains(word)) {
                problems.add(FieldName.element(pathOf(name), i), Flaw.DUPLICATE);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /** An object of any shape. */
    public @Nullable JsonNode object(String name) {
        var object = value(name, JsonNode::isObject);
        if (object != null) {
            Trees.flaw(object).ifPresent(flaw -> refuse(name, flaw));
        }
        return object;
    }

    /** A list of at most so many objects; a longer one is not looked into. */
    public List<Fields> list(String name, int atMost) {
        var list = value(name, JsonNode::isArray);
        if (list == null) {
            return List.of();
        }
        if (list.size() > atMost) {
            refuse(name, Flaw.TOO_MANY);
            return List.of();
        }
        var elements = new ArrayList<Fields>();
        for (int i = 0; i < list.size(); i++) {
            element(FieldName.element(pathOf(name), i), list.get(i), elements);
        }
        return elements;
    }

    /**
     * A flat object of texts. Its keys are the caller's own words, so what is wrong is said of the
     * object as a whole.
     */
    public Map<String, String> texts(String name, int atMost, int longest) {
        var value = value(name, JsonNode::isObject);
        var texts = new LinkedHashMap<String, String>();
        if (value != null) {
            value.properties().stream()
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry -> put(name, entry, longest, texts));
        }
        if (texts.size() > atMost) {
            refuse(name, Flaw.TOO_MANY);
        }
        return texts;
    }

    private void put(
            String name,
            Map.Entry<String, JsonNode> entry,
            int longest,
            Map<String, String> texts) {
        if (!entry.getValue().isString()) {
            refuse(name, Flaw.WRONG_TYPE);
            return;
        }
        var key = entry.getKey();
        var text = entry.getValue().stringValue();
        if (!Texts.canBeKept(key) || !Texts.canBeKept(text)) {
            refuse(name, Flaw.MALFORMED_TEXT);
        }
        if (Texts.isLongerThan(longest, key) || Texts.isLongerThan(longest, text)) {
            refuse(name, Flaw.TOO_LONG);
        }
        texts.put(key, text);
    }

    private void element(String where, JsonNode node, List<Fields> elements) {
        if (node instanceof ObjectNode element) {
            elements.add(new Fields(where + ".", element, problems));
        } else {
            problems.add(where, Flaw.WRONG_TYPE);
        }
    }

    private @Nullable JsonNode value(String name, Predicate<JsonNode> isRight) {
        asked.add(name);
        if (!has(name)) {
            return null;
        }
        var value = object.get(name);
        if (!isRight.test(value)) {
            refuse(name, Flaw.WRONG_TYPE);
            return null;
        }
        return value;
    }
}
