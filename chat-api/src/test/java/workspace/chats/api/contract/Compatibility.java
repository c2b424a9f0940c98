package workspace.chats.api.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What clients of an older document would stumble over in a newer one. Known tools overlook changed
 * types behind references.
 */
final class Compatibility {

    /** Marks a set of words in answers that may grow. */
    static final String OPEN = "x-open";

    private final JsonNode older;
    private final JsonNode newer;
    private final List<String> breaks = new ArrayList<>();

    private Compatibility(JsonNode older, JsonNode newer) {
        this.older = older;
        this.newer = newer;
    }

    static List<String> breaks(JsonNode older, JsonNode newer) {
        var compatibility = new Compatibility(older, newer);
        older.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        compatibility.compare(
                                                operation.getKey() + " " + path.getKey(),
                                                operation.getValue(),
                                                newer.path("paths")
                                                        .path(path.getKey())
                                                        .path(operation.getKey()))));
        return compatibility.breaks;
    }

    private void compare(String call, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            breaks.add(call + " is gone");
            return;
        }
        compareScopes(call, before.path("x-scopes"), after.path("x-scopes"));
        compareParameters(call, byName(before), byName(after));
        compareBodies(call, before.path("requestBody"), after.path("requestBody"));
        before.path("responses")
                .properties()
                .forEach(response ->
                        compareAnswers(
                                call + " " + response.getKey(),
                                response.getValue(),
                                after.path("responses").path(response.getKey())));
    }

    private void compareScopes(String call, JsonNode before, JsonNode after) {
        var known = before.valueStream().toList();
        after.valueStream()
                .filter(scope -> !known.contains(scope))
                .forEach(scope -> breaks.add(call + " needs the scope " + scope.asString()));
    }

    private static Map<String, JsonNode> byName(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                p -> p.path("in").asString() + " " + p.path("name").asString(),
                                p -> p));
    }

    private void compareParameters(
            String call, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        before.forEach((name, old) -> {
            var now = after.get(name);
            if (now == null) {
                breaks.add(call + " no longer takes " + name);
            } else {
                takesAsMuch(call + " " + name, old.path("schema"), now.path("schema"));
            }
        });
        after.forEach((name, now) -> {
            var old = before.get(name);
            if (isRequired(now) && (old == null || !isRequired(old))) {
                breaks.add(call + " requires " + name);
            }
        });
    }

    private void compareBodies(String call, JsonNode before, JsonNode after) {
        if (before.isMissingNode() && isRequired(after)) {
            breaks.add(call + " requires a body");
        }
        before.path("content")
                .properties()
                .forEach(media -> {
                    var now = after.path("content").path(media.getKey());
                    if (now.isMissingNode()) {
                        breaks.add(call + " no longer takes " + media.getKey());
                    } else {
                        takesAsMuch(
                                call + " body",
                                media.getValue().path("schema"),
                                now.path("schema"));
                    }
                });
    }

    private void compareAnswers(String answer, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            breaks.add(answer + " is gone");
            return;
        }
        before.path("headers").properties().stream()
                .filter(header -> isRequired(header.getValue()))
                .filter(header -> !isRequired(after.path("headers").path(header.getKey())))
                .forEach(header -> breaks.add(answer + " lacks " + header.getKey()));
        before.path("content")
                .properties()
                .forEach(media -> {
                    var now = after.path("content").path(media.getKey());
                    if (now.isMissingNode()) {
                        breaks.add(answer + " is no longer " + media.getKey());
                    } else {
                        givesNoMore(
                                answer + " body",
                                media.getValue().path("schema"),
                                now.path("schema"));
                    }
                });
    }

    /** What was taken is taken. */
    private void takesAsMuch(String place, JsonNode before, JsonNode after) {
        new Inclusion(older, newer, breaks).check(place, before, after);
    }

    /** What is given could have been given. */
    private void givesNoMore(String place, JsonNode before, JsonNode after) {
        new Inclusion(newer, older, breaks).check(place, after, before);
    }

    private static boolean isRequired(JsonNode thing) {
        return thing.path("required").asBoolean(false);
    }
}
