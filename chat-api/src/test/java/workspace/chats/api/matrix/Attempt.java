package workspace.chats.api.matrix;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.RunningApi;

/** A request that is right in everything but, perhaps, the one id that it is about. */
final class Attempt {

    private static final RunningApi api = RunningApi.get();
    private static final JsonMapper JSON = new JsonMapper();

    /** What a call needs besides ids, where the document's own example is not what it needs. */
    private static final Map<String, String> BODIES =
            Map.of(
                    "createChat", "{\"channel\": \"web-chat\"}",
                    "createChat phoneNumberId", "{\"channel\": \"phone-sms\"}",
                    "createChat inboxId", "{\"channel\": \"email\"}",
                    "createChat workflowVersionNumber",
                            "{\"channel\": \"web-chat\", \"workflowId\": \"\"}",
                    "createPhoneNumber", "{\"e164\": \"+14045550123\", \"label\": \"Desk\"}",
                    "createOptOut", "{\"senderId\": \"\", \"address\": \"+12125550155\"}",
                    "openDirectMessage", "{\"memberId\": \"\"}");

    private final IdPlace place;
    private final Furnished own;
    private final Map<String, String> path = new HashMap<>();
    private final ObjectNode body;
    private String query = "";

    Attempt(IdPlace place, Furnished own) {
        this.place = place;
        this.own = own;
        for (var other : IdPlace.of(place.call()).filter(p -> p.in().equals("path")).toList()) {
            path.put(other.name(), own.get(other.thing()));
        }
        body = body();
    }

    /** Sends it with that id in its place. */
    Answer with(String id) {
        switch (place.in()) {
            case "path" -> path.put(place.name(), id);
            case "query" -> query = "?" + place.name() + "=" + id;
            case "body" -> put(body, place.path(), id);
            default -> throw new AssertionError("ids in a " + place.in() + " are not foreseen");
        }
        return send();
    }

    private void put(ObjectNode object, List<String> names, String id) {
        var name = names.getFirst();
        if (names.size() == 1) {
            object.set(name, value(id));
        } else if (names.get(1).equals("[]")) {
            put(object.putArray(name).addObject(), names.subList(2, names.size()), id);
        } else {
            put(object.putObject(name), names.subList(1, names.size()), id);
        }
    }

    private JsonNode value(String id) {
        var isNumber = place.thing().isNumber() && id.matches("[0-9]+");
        return isNumber ? JSON.readTree(id) : JSON.getNodeFactory().stringNode(id);
    }

    private ObjectNode body() {
        var call = place.call().operation().path("operationId").stringValue();
        var written = BODIES.getOrDefault(call + " " + place.shown(), BODIES.get(call));
        var chosen = written == null ? example() : (ObjectNode) JSON.readTree(written);
        for (var other : IdPlace.of(place.call()).filter(p -> p.in().equals("body")).toList()) {
            if (written == null) {
                chosen.remove(other.path().getFirst());
            } else if (chosen.has(other.name())) {
                chosen.put(other.name(), own.get(other.thing()));
            }
        }
        return chosen;
    }

    private ObjectNode example() {
        var examples =
                place.call()
                        .operation()
                        .at("/requestBody/content/application~1json/examples")
                        .values();
        return examples.isEmpty()
                ? JSON.createObjectNode()
                : (ObjectNode) examples.iterator().next().path("value").deepCopy();
    }

    private Answer send() {
        var call = place.call();
        var request = api.request(call.at(path) + query, own.visits().subject());
        for (var header : call.parameters("header")) {
            var name = header.path("name").stringValue();
            request.header(name, header(name));
        }
        return api.send(
                call.body().isMissingNode()
                        ? request.method(call.method(), BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(call.method(), BodyPublishers.ofString(body.toString())));
    }

    private String header(String name) {
        return switch (name) {
            case "Prefer" -> "respond-async";
            case "Idempotency-Key" -> UUID.randomUUID().toString();
            case "If-Match" -> own.visits().get("/chats/" + own.get(Thing.CHAT)).header("ETag");
            default -> throw new AssertionError("what is right in the header " + name + "?");
        };
    }
}
