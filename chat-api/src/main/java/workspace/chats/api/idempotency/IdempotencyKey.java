package workspace.chats.api.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * A controller's argument: what the caller sent as {@code Idempotency-Key}, if anything, and where
 * he sent it to.
 *
 * @param headers the header's values as they came
 * @param route method and path pattern: a key says nothing about other routes
 * @param path of this very request: within its route, a key is good for one place only
 */
public record IdempotencyKey(List<String> headers, UUID workspaceId, String route, String path) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("(\"?)([A-Za-z0-9_:.-]{1,255})\\1");

    public IdempotencyKey {
        headers = List.copyOf(headers);
    }

    /**
     * The key without its quotes, nothing when there is none.
     *
     * @throws Refused 400 for a malformed key, and for more than one
     */
    Optional<String> value() {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        var key = KEY.matcher(headers.getFirst());
        if (headers.size() > 1 || !key.matches()) {
            throw new Refused(
                    Problem.invalid(List.of(new FieldProblem(HEADER, Flaw.MALFORMED_KEY))));
        }
        return Optional.of(key.group(2));
    }

    /** Who knows what people put into their keys. */
    @Override
    public String toString() {
        return "IdempotencyKey[hidden]";
    }
}
