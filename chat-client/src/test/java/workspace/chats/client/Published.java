package workspace.chats.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document that the client is generated from. */
final class Published {

    private final JsonNode document;

    Published() {
        try (var file =
                Objects.requireNonNull(Published.class.getResourceAsStream("/openapi.json"))) {
            document = new JsonMapper().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A body as the document shows it, and the component that it is. */
    record Sample(String operation, String component, JsonNode body) {}

    Stream<JsonNode> operations() {
        return document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(operation -> operation.has("operationId"));
    }

    /** Those of requests and of answers, refusals included. */
    Stream<Sample> samples() {
        return operations()
                .flatMap(operation ->
                        Stream.concat(
                                        Stream.of(operation.path("requestBody")),
                                        operation.path("responses").valueStream())
                                .flatMap(body -> body.path("content").valueStream())
                                .flatMap(content -> samples(operation, content)));
    }

    private static Stream<Sample> samples(JsonNode operation, JsonNode content) {
        var component = content.path("schema").path("$ref").asString("");
        return content.path("examples")
                .valueStream()
                .map(example ->
                        new Sample(
                                operation.path("operationId").asString(),
                                component.substring(component.lastIndexOf('/') + 1),
                                example.path("value")));
    }
}
