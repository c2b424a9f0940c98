package workspace.chats.api.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.access.Scope;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.problem.Problem;

/**
 * One call, as it is declared: everything that neither Spring nor the records know. What is the
 * same for all calls is added by {@link Replies}.
 */
final class Operation {

    /** A success: what it means and what its headers say. */
    record Success(String description, List<Header> headers) {

        Success with(Header header) {
            return new Success(
                    description, Stream.concat(headers.stream(), Stream.of(header)).toList());
        }
    }

    /** A scope, and when it is needed. */
    record Right(Scope scope, String when) {}

    final String method;
    final String path;
    final String id;
    final List<Parameter> parameters = new ArrayList<>();
    final Map<Integer, Success> successes = new TreeMap<>();
    final Map<Integer, Map<String, Problem>> refusals = new TreeMap<>();
    final List<Right> rights = new ArrayList<>();
    String tag = "";
    String summary = "";
    String description = "";
    @Nullable Shape body;
    boolean needsBody = true;

    private Operation(String method, String path, String id) {
        this.method = method;
        this.path = "/api/v2/w/{workspace_uuid}" + path;
        this.id = id;
    }

    static Operation get(String path, String id) {
        return new Operation("GET", path, id);
    }

    static Operation post(String path, String id) {
        return new Operation("POST", path, id);
    }

    static Operation put(String path, String id) {
        return new Operation("PUT", path, id);
    }

    static Operation delete(String path, String id) {
        return new Operation("DELETE", path, id);
    }

    Operation in(String tag) {
        this.tag = tag;
        return this;
    }

    Operation says(String summary, String description) {
        this.summary = summary;
        this.description = description;
        return this;
    }

    Operation takes(Parameter... more) {
        parameters.addAll(List.of(more));
        return this;
    }

    /** The body may be left out. */
    Operation mayRead(Shape shape) {
        needsBody = false;
        return reads(shape);
    }

    Operation reads(Shape shape) {
        body = shape;
        return this;
    }

    /**
     * Without the scope the call is refused with 403, at least in the case that {@code when} names.
     */
    Operation needs(Scope scope, String when) {
        return sees(scope, when).refuses("scope", Problem.forbidden());
    }

    /** Without the scope there is less to see, and nothing says so. */
    Operation sees(Scope scope, String when) {
        rights.add(new Right(scope, when));
        return this;
    }

    Operation answers(int status, String meaning, Header... headers) {
        successes.put(status, new Success(meaning, List.of(headers)));
        return this;
    }

    Operation refuses(String example, Problem problem) {
        refusals.computeIfAbsent(problem.status(), s -> new LinkedHashMap<>())
                .put(example, problem);
        return this;
    }

    /** Adds what follows from how the call is handled. */
    void completeFrom(Endpoint endpoint) {
        if (endpoint.takes(IdempotencyKey.class)) {
            takes(Parameter.IDEMPOTENCY_KEY);
            refuses("running", Idempotency.running());
            refuses("otherRequest", Idempotency.otherRequest());
            successes.replaceAll((status, success) -> success.with(Header.REPLAYED));
        }
    }

    String call() {
        return Endpoint.call(method, path);
    }
}
