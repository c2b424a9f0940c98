package workspace.chats.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of every answer that is not a success. All of its words are fixed here: nothing that the
 * caller sent, and nothing that a library said, finds its way into it.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Nullable String requestId) {

    /** One flaw as clients see it. */
    public record FieldError(String field, String code, String detail) {}

    /** The status in the words that are the same wherever it comes from. */
    public static Problem of(HttpStatus status) {
        return of(status, Details.of(status));
    }

    public static Problem of(HttpStatus status, String detail) {
        return of(status, detail, List.of());
    }

    public static Problem invalid(List<FieldProblem> problems) {
        return of(HttpStatus.BAD_REQUEST, "The request is not valid; see errors.", problems);
    }

    public static Problem notFound(List<FieldProblem> problems) {
        return of(
                HttpStatus.NOT_FOUND,
                "The request names something that the workspace does not have; see errors.",
                problems);
    }

    /** What stands in the way is not the request itself but what is there already. */
    public static Problem conflict(FieldProblem problem) {
        return of(
                HttpStatus.CONFLICT,
                "The request does not go with what is there already; see errors.",
                List.of(problem));
    }

    /** The same for a workspace that does not exist and for one that is not the caller's. */
    public static Problem workspaceNotFound() {
        return of(
                HttpStatus.NOT_FOUND, "There is no such workspace, or you are not a member of it.");
    }

    /** The same for a chat that does not exist and for one that the caller may not see. */
    public static Problem chatNotFound() {
        return of(HttpStatus.NOT_FOUND, "There is no such chat, or you may not see it.");
    }

    /** What the caller may see but may not do. */
    public static Problem forbidden() {
        return of(HttpStatus.FORBIDDEN, "You lack the scope that this needs.");
    }

    /** What cannot be done with a thing as it is now; {@code code} says why, in our own words. */
    public static Problem conflict(String field, String code, String detail) {
        var error = new FieldError(field, code, detail);
        var status = HttpStatus.CONFLICT;
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                detail,
                List.of(error),
                null);
    }

    /** More requests wait than could be answered in time. */
    public static Problem overloaded() {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                Flaw.OVERLOADED.detail(),
                List.of(new FieldProblem("$", Flaw.OVERLOADED)));
    }

    Problem withRequestId(@Nullable String id) {
        return new Problem(type, title, status, detail, errors, id);
    }

    boolean isOurFault() {
        return status >= 500;
    }

    private static Problem of(HttpStatus status, String detail, List<FieldProblem> problems) {
        var errors =
                problems.stream()
                        .map(p -> new FieldError(p.field(), p.flaw().code(), p.flaw().detail()))
                        .toList();
        return new Problem(
                "about:blank", status.getReasonPhrase(), status.value(), detail, errors, null);
    }
}
