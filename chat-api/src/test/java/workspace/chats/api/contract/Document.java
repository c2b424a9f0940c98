package workspace.chats.api.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.problem.Problem;

/** The OpenAPI document, put together from the declared operations. */
final class Document {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private final Meanings meanings = new Meanings();
    private final Schemas schemas = new Schemas(meanings);
    private final Examples examples = new Examples();
    private final Map<String, Endpoint> endpoints =
            Endpoint.all().stream()
                    .collect(Collectors.toMap(Endpoint::call, Function.identity(), Endpoint::with));
    private final ObjectNode paths = NODES.objectNode();

    private Document() {}

    static Document of(List<Operation> operations) {
        var document = new Document();
        operations.forEach(document::add);
        return document;
    }

    Meanings meanings() {
        return meanings;
    }

    ObjectNode json() {
        var json = NODES.objectNode().put("openapi", "3.1.0");
        json.set("info", Preface.info());
        json.set("servers", Preface.servers());
        json.putArray("security").addObject().putArray("token");
        json.set("tags", Preface.tags());
        json.set("paths", paths);
        json.set("components", components());
        return json;
    }

    String text() {
        var lines = new DefaultIndenter("  ", "\n");
        var layout = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return new JsonMapper().writer().with(layout).writeValueAsString(json()) + "\n";
    }

    static ObjectNode headers(List<Header> headers) {
        var json = NODES.objectNode();
        headers.forEach(header -> json.set(header.name(), header.json()));
        return json;
    }

    private ObjectNode components() {
        schemas.of(ResolvableType.forClass(Problem.class));
        var all = new TreeMap<>(schemas.components());
        all.put("FlawCode", meanings.flawCode());
        var components = NODES.objectNode();
        components.putObject("securitySchemes").set("token", Preface.token());
        all.forEach(components.putObject("schemas")::set);
        return components;
    }

    private void add(Operation operation) {
        var endpoint = endpoints.get(operation.call());
        if (endpoint != null) {
            operation.completeFrom(endpoint);
        }
        var json = NODES.objectNode();
        json.put("operationId", operation.id);
        json.putArray("tags").add(operation.tag);
        json.put("summary", operation.summary);
        json.put("description", describe(operation));
        addScopes(operation, json);
        addParameters(operation, json);
        addBody(operation, json);
        addAnswers(operation, json.putObject("responses"));
        paths.withObjectProperty(operation.path)
                .set(operation.method.toLowerCase(Locale.ROOT), json);
    }

    private static String describe(Operation operation) {
        var scopes =
                operation.rights.stream()
                        .map(right -> "`" + right.scope().word() + "` " + right.when())
                        .collect(Collectors.joining(", "));
        return operation.description
                + "\n\nScopes: "
                + (scopes.isEmpty() ? "none, any active member may." : scopes + ".");
    }

    /** For programs: the same that the description says. */
    private static void addScopes(Operation operation, ObjectNode json) {
        var scopes = json.putArray("x-scopes");
        operation.rights.forEach(right -> scopes.add(right.scope().word()));
    }

    private static void addParameters(Operation operation, ObjectNode json) {
        var parameters = json.putArray("parameters");
        VARIABLE.matcher(operation.path)
                .results()
                .map(variable -> Preface.pathParameter(variable.group(1)))
                .forEach(parameter -> parameters.add(parameter.json()));
        operation.parameters.forEach(parameter -> parameters.add(parameter.json()));
    }

    private void addBody(Operation operation, ObjectNode json) {
        var shape = operation.body;
        if (shape == null) {
            return;
        }
        schemas.add(shape);
        var media =
                json.putObject("requestBody")
                        .put("required", operation.needsBody)
                        .putObject("content")
                        .putObject("application/json");
        media.set("schema", Types.ref(shape.name()));
        examples.addTo(media, operation.id, "request");
    }

    private void addAnswers(Operation operation, ObjectNode responses) {
        operation.successes.forEach((status, success) ->
                responses.set(String.valueOf(status), answer(operation, status, success)));
        Replies.of(operation)
                .forEach((status, reply) -> responses.set(String.valueOf(status), reply));
    }

    private ObjectNode answer(Operation operation, int status, Operation.Success success) {
        var answer = NODES.objectNode().put("description", success.description());
        var headers = headers(List.of(Header.REQUEST_ID));
        headers.setAll(headers(success.headers()));
        answer.set("headers", headers);
        var endpoint = endpoints.get(operation.call());
        if (endpoint != null && status != 204) {
            var media = answer.putObject("content").putObject("application/json");
            media.set("schema", schemas.of(endpoint.answer()));
            examples.addTo(media, operation.id, String.valueOf(status));
        }
        return answer;
    }
}
