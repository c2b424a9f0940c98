package workspace.chats.api.contract;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.Contract;
import workspace.chats.api.testing.RunningApi;

/** One operation of the document, to be called by tests that go through all of them. */
public record Call(String method, String path, JsonNode operation) {

    public static final Contract CONTRACT = Contract.committed();
    public static final Samples SAMPLES = new Samples(CONTRACT.document());

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    public static Stream<Call> all() {
        return CONTRACT.document().path("paths").properties().stream()
                .flatMap(path ->
                        path.getValue().properties().stream()
                                .map(o ->
                                        new Call(
                                                o.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey(),
                                                o.getValue())));
    }

    /** The schema of the body; missing when there is none. */
    public JsonNode body() {
        return SAMPLES.resolve(
                operation
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"));
    }

    public List<JsonNode> parameters(String in) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .toList();
    }

    public List<String> variables() {
        return VARIABLE.matcher(path).results().map(variable -> variable.group(1)).toList();
    }

    public String at(Map<String, String> values) {
        return VARIABLE.matcher(path)
                .replaceAll(variable -> values.getOrDefault(variable.group(1), "missing"));
    }

    /**
     * @param json the body; empty for none
     */
    Answer send(RunningApi api, String subject, String place, String json) {
        var request = api.request(place, subject).header("Prefer", "respond-async");
        return api.send(
                json.isEmpty()
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(json)));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
