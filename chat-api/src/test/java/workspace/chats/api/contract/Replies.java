package workspace.chats.api.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;

/**
 * Every answer that is a problem: what any call can be refused with, and what only this one can.
 */
final class Replies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Replies() {}

    /** By status; the same words that the service writes. */
    static Map<Integer, ObjectNode> of(Operation operation) {
        var problems = new TreeMap<Integer, Map<String, Problem>>();
        common(operation).forEach(p -> add(problems, "general", p));
        add(problems, "workspace", Problem.workspaceNotFound());
        add(problems, "overloaded", Problem.overloaded());
        if (operation.path.contains("{chat_id}")) {
            add(problems, "chat", Problem.chatNotFound());
        }
        if (operation.path.matches(".*\\{(?!workspace_uuid|chat_id).*")) {
            add(problems, "entry", Problem.of(HttpStatus.NOT_FOUND));
        }
        if (operation.body != null) {
            add(problems, "fields", invalid(operation.body.firstField(), Flaw.WRONG_TYPE));
        }
        operation.parameters.stream()
                .filter(parameter -> parameter.in().equals("query"))
                .findFirst()
                .ifPresent(first ->
                        add(problems, "fields", invalid(first.name(), Flaw.DUPLICATE_PARAMETER)));
        operation.refusals.forEach(
                (status, more) -> more.forEach((name, problem) -> add(problems, name, problem)));
        var replies = new TreeMap<Integer, ObjectNode>();
        problems.forEach((status, examples) -> replies.put(status, reply(status, examples)));
        return replies;
    }

    private static Problem invalid(String field, Flaw flaw) {
        return Problem.invalid(List.of(new FieldProblem(field, flaw)));
    }

    private static List<Problem> common(Operation operation) {
        var statuses =
                new ArrayList<>(
                        List.of(
                                HttpStatus.BAD_REQUEST,
                                HttpStatus.UNAUTHORIZED,
                                HttpStatus.TOO_MANY_REQUESTS,
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                HttpStatus.SERVICE_UNAVAILABLE));
        if (operation.body != null) {
            statuses.add(HttpStatus.CONTENT_TOO_LARGE);
            statuses.add(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        return statuses.stream().map(Problem::of).toList();
    }

    private static void add(
            Map<Integer, Map<String, Problem>> problems, String name, Problem problem) {
        problems.computeIfAbsent(problem.status(), s -> new LinkedHashMap<>()).put(name, problem);
    }

    private static ObjectNode reply(int status, Map<String, Problem> problems) {
        var reply = JsonNodeFactory.instance.objectNode();
        reply.put("description", HttpStatus.valueOf(status).getReasonPhrase());
        reply.set("headers", Document.headers(headers(status)));
        var media = reply.putObject("content").putObject("application/problem+json");
        media.set("schema", Types.ref("Problem"));
        var examples = media.putObject("examples");
        problems.forEach((name, problem) -> examples.putObject(name).set("value", json(problem)));
        return reply;
    }

    private static List<Header> headers(int status) {
        return switch (status) {
            case 401 -> List.of(Header.REQUEST_ID, Header.AUTHENTICATE);
            case 409, 429, 503 -> List.of(Header.REQUEST_ID, Header.RETRY_AFTER);
            default -> List.of(Header.REQUEST_ID);
        };
    }

    private static ObjectNode json(Problem problem) {
        ObjectNode json = JSON.valueToTree(problem);
        return problem.status() < 500
                ? json
                : json.put("requestId", "01976f0e-6f5c-7c7e-9d2a-5f0f6c1d2e3f");
    }
}
