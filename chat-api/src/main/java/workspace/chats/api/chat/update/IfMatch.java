package workspace.chats.api.chat.update;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An {@code If-Match} header (RFC 9110), or null for a request without one. A weak tag never
 * matches, as the comparison is the strong one.
 */
record IfMatch(@Nullable String header) {

    boolean allows(String etag) {
        return header == null
                || header.strip().equals("*")
                || Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(etag::equals);
    }
}
