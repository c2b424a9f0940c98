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

    String id() {
        return operation.path("operationId").asString();
    }

    Stream<String> statuses() {
        return operation.path("responses").properties().stream().map(Map.Entry::getKey);
    }

    boolean declares(int status) {
        return operation.path("responses").has(String.valueOf(status));
    }

    /** One is enough, at least in the case that the description names. */
    List<String> scopes() {
        return operation.path("x-scopes").valueStream().map(JsonNode::asString).toList();
    }

    boolean takes(String header) {
        return parameters("header").stream()
                .anyMatch(parameter -> parameter.path("name").asString().equals(header));
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
     * @param headers names and values in turn
     */
    Answer send(RunningApi api, String subject, String place, String json, String... headers) {
        var request = api.request(place, subject).header("Prefer", "respond-async");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
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
