package workspace.chats.api.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether every value of a narrow schema is one of a wide schema, as far as the keywords go that
 * the document uses.
 */
final class Inclusion {

    private static final List<String> UPPER =
            List.of("maximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> LOWER =
            List.of("minimum", "minLength", "minItems", "minProperties");
    private static final List<String> SAME = List.of("format", "pattern", "const", "uniqueItems");

    private final JsonNode narrowDocument;
    private final JsonNode wideDocument;
    private final List<String> breaks;
    private final Set<String> seen = new HashSet<>();

    Inclusion(JsonNode narrowDocument, JsonNode wideDocument, List<String> breaks) {
        this.narrowDocument = narrowDocument;
        this.wideDocument = wideDocument;
        this.breaks = breaks;
    }

    void check(String place, JsonNode narrow, JsonNode wide) {
        if (seen.add(narrow.path("$ref").asString("") + " " + place)) {
            compare(place, resolve(narrow, narrowDocument), resolve(wide, wideDocument));
        }
    }

    private void compare(String place, JsonNode narrow, JsonNode wide) {
        unless(types(wide).containsAll(types(narrow)), place, "type");
        compareWords(place, narrow, wide);
        SAME.stream()
                .filter(wide::has)
                .forEach(k -> unless(wide.path(k).equals(narrow.path(k)), place, k));
        UPPER.stream()
                .filter(wide::has)
                .forEach(k ->
                        unless(narrow.has(k) && number(narrow, k) <= number(wide, k), place, k));
        LOWER.stream()
                .filter(wide::has)
                .forEach(k ->
                        unless(narrow.has(k) && number(narrow, k) >= number(wide, k), place, k));
        compareProperties(place, narrow, wide);
        for (var inner : List.of("items", "additionalProperties", "propertyNames")) {
            if (wide.path(inner).isObject() && narrow.path(inner).isObject()) {
                check(place + "." + inner, narrow.path(inner), wide.path(inner));
            }
        }
        unless(wide.path("anyOf").size() == narrow.path("anyOf").size(), place, "anyOf");
        for (int i = 0; i < wide.path("anyOf").size(); i++) {
            check(place, narrow.path("anyOf").path(i), wide.path("anyOf").path(i));
        }
    }

    private void compareWords(String place, JsonNode narrow, JsonNode wide) {
        if (wide.has("enum") && !wide.path(Compatibility.OPEN).asBoolean(false)) {
            var words = wide.path("enum").valueStream().toList();
            unless(
                    narrow.has("enum")
                            && narrow.path("enum").valueStream().allMatch(words::contains),
                    place,
                    "enum");
        }
    }

    private void compareProperties(String place, JsonNode narrow, JsonNode wide) {
        var always = narrow.path("required").valueStream().toList();
        wide.path("required")
                .valueStream()
                .filter(name -> !always.contains(name))
                .forEach(name -> breaks.add(place + "." + name.asString() + ": required"));
        wide.path("properties")
                .properties()
                .forEach(property -> {
                    var same = narrow.path("properties").path(property.getKey());
                    var where = place + "." + property.getKey();
                    if (!same.isMissingNode()) {
                        check(where, same, property.getValue());
                    } else {
                        unless(isClosed(narrow), where, "gone");
                    }
                });
        narrow.path("properties").properties().stream()
                .filter(property -> isClosed(wide))
                .filter(property -> !wide.path("properties").has(property.getKey()))
                .forEach(property -> breaks.add(place + "." + property.getKey() + ": gone"));
    }

    private void unless(boolean holds, String place, String keyword) {
        if (!holds) {
            breaks.add(place + ": " + keyword);
        }
    }

    private static boolean isClosed(JsonNode object) {
        var others = object.path("additionalProperties");
        return others.isBoolean() && !others.booleanValue();
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : Set.of(type.asString("any"));
    }

    private static double number(JsonNode schema, String keyword) {
        return schema.path(keyword).asDouble();
    }

    private static JsonNode resolve(JsonNode schema, JsonNode document) {
        var reference = schema.path("$ref");
        return reference.isString() ? document.at(reference.stringValue().substring(1)) : schema;
    }
}
