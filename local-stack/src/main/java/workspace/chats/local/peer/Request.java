package workspace.chats.local.peer;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One HTTP request, wholly read. {@code path} has no query; {@code form} is empty unless the body
 * says that it is one.
 */
public record Request(
        String method,
        String path,
        Params query,
        Params form,
        @Nullable String authorization,
        String body) {

    public boolean is(String method, String path) {
        return this.method.equals(method) && this.path.equals(path);
    }

    public @Nullable MatchResult match(Pattern wholePath) {
        var matcher = wholePath.matcher(path);
        return matcher.matches() ? matcher.toMatchResult() : null;
    }

    /** Throws {@link BadRequest}, which the front answers with 400. */
    public <T> T json(Class<T> type) {
        try {
            return read(type);
        } catch (JacksonException malformed) {
            throw malformed.getCause() instanceof BadRequest words
                    ? words
                    : new BadRequest("the body is not " + type.getSimpleName() + " as JSON");
        }
    }

    private <T> T read(Class<T> type) {
        T value = Json.MAPPER.readValue(body, type);
        if (value == null) {
            throw new BadRequest("the body must not be null");
        }
        return value;
    }
}
