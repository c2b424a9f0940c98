package workspace.chats.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A request and its answer, held against the document: an answer always, a request whenever it was
 * taken.
 */
public record Exchange(HttpRequest request, Answer answer) {

    private static final Contract CONTRACT = Contract.committed();
    private static final JsonMapper JSON = new JsonMapper();

    /** Throws an AssertionError that quotes both: for tests alone. */
    public void keepsTheContract() {
        var path = path(request.uri());
        if (!path.startsWith("/api/")) {
            return;
        }
        var operation = CONTRACT.operation(request.method(), path);
        if (operation == null) {
            isAProblem();
            return;
        }
        var response = operation.path("responses").path(String.valueOf(answer.status()));
        assertThat(response.isMissingNode())
                .as("%s %s has no answer %s", request.method(), path, answer.status())
                .isFalse();
        answersWhatItPromises(response);
        if (answer.status() < 300) {
            asksForWhatItMay(operation);
        }
        Seen.note(operation.path("operationId").asString(), answer.status());
    }

    /** What the document does not describe is not there; {@code ContractTest} guards the rest. */
    private void isAProblem() {
        if (answer.status() >= 400) {
            matches(CONTRACT.component("Problem"), answer.json(), "problem");
        }
    }

    private void answersWhatItPromises(JsonNode response) {
        response.path("headers").properties().stream()
                .filter(header -> header.getValue().path("required").asBoolean(false))
                .forEach(header ->
                        assertThat(answer.headers().firstValue(header.getKey()))
                                .as(header.getKey())
                                .isPresent());
        for (var content : response.path("content").properties()) {
            assertThat(answer.header("Content-Type")).startsWith(content.getKey());
            matches(content.getValue().path("schema"), answer.json(), "answer");
        }
    }

    private void asksForWhatItMay(JsonNode operation) {
        eachQueryParameter((name, value) -> {
            var schema = parameter(operation, "query", name);
            assertThat(schema.isMissingNode()).as("parameter %s", name).isFalse();
            matches(schema, typed(schema, value), name);
        });
        request.headers()
                .map()
                .forEach((name, values) -> {
                    var schema = parameter(operation, "header", name);
                    values.forEach(value -> matches(schema, typed(schema, value), name));
                });
        var media = operation.path("requestBody").path("content").path("application/json");
        var mayBeAbsent = !operation.path("requestBody").path("required").asBoolean(false);
        if (!media.isMissingNode() && !(mayBeAbsent && body().isEmpty())) {
            matches(media.path("schema"), JSON.readTree(body()), "request");
        }
    }

    private static JsonNode parameter(JsonNode operation, String in, String name) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .filter(parameter -> parameter.path("name").asString().equalsIgnoreCase(name))
                .findFirst()
                .map(parameter -> parameter.path("schema"))
                .orElseGet(MissingNode::getInstance);
    }

    /** Outside of bodies everything is text; a number or flag reads as JSON does. */
    private static JsonNode typed(JsonNode schema, String value) {
        return switch (schema.path("type").asString("string")) {
            case "integer", "number", "boolean" -> JSON.readTree(value);
            default -> JSON.getNodeFactory().stringNode(value);
        };
    }

    private static void matches(JsonNode schema, JsonNode value, String what) {
        if (!schema.isMissingNode()) {
            assertThat(CONTRACT.flaws(schema, value))
                    .as(
                            "%s does not match openapi.json (how to write it anew: CONTRIBUTING.md): %s",
                            what, value)
                    .isEmpty();
        }
    }

    private void eachQueryParameter(BiConsumer<String, String> work) {
        var query = request.uri().getRawQuery();
        if (query == null || query.isEmpty()) {
            return;
        }
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            work.accept(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String path(URI uri) {
        return uri.getRawPath().toLowerCase(Locale.ROOT);
    }

    /** Without a byte order mark, which a reader of JSON may ignore (RFC 8259, section 8.1). */
    private String body() {
        return request.bodyPublisher().map(Exchange::text).orElse("").replaceFirst("^\\uFEFF", "");
    }

    private static String text(HttpRequest.BodyPublisher publisher) {
        var text = BodySubscribers.ofString(StandardCharsets.UTF_8);
        publisher.subscribe(
                new Flow.Subscriber<ByteBuffer>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        text.onSubscribe(subscription);
                    }

                    @Override
                    public void onNext(ByteBuffer bytes) {
                        text.onNext(List.of(bytes));
                    }

                    @Override
                    public void onError(@Nullable Throwable failure) {
                        text.onError(failure);
                    }

                    @Override
                    public void onComplete() {
                        text.onComplete();
                    }
                });
        return text.getBody().toCompletableFuture().join();
    }
}
