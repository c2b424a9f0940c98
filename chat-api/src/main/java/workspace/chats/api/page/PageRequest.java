package workspace.chats.api.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.problem.Flaw;

/**
 * Which part of a list is wanted.
 *
 * @param after the last entry of the part before; null for the first part
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final int LONGEST_CURSOR = 200;

    /**
     * Reads {@code limit} (1 to 100, usually 50) and {@code cursor}.
     *
     * @throws workspace.chats.api.problem.Refused 400 when one of them, or any other, is wrong
     */
    public static PageRequest in(Parameters parameters) {
        var limit = parameters.whole("limit", 1, MOST);
        var after = cursor(parameters);
        parameters.refuseWrong();
        return new PageRequest(Objects.requireNonNullElse(limit, USUAL), after);
    }

    private static @Nullable Cursor cursor(Parameters parameters) {
        var text = parameters.text("cursor", LONGEST_CURSOR);
        if (text == null) {
            return null;
        }
        var cursor = Cursor.in(text);
        if (cursor.isEmpty()) {
            parameters.refuse("cursor", Flaw.MALFORMED_CURSOR);
        }
        return cursor.orElse(null);
    }
}
