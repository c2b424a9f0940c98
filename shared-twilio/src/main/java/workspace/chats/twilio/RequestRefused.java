package workspace.chats.twilio;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Twilio, or something before it, answered with an error. Keeps the numbers and nothing of the
 * words, which may quote the recipient.
 */
final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Integer code;

    RequestRefused(int status, OptionalInt code) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.code = code.isPresent() ? code.getAsInt() : null;
    }

    int status() {
        return status;
    }

    Optional<Integer> code() {
        return Optional.ofNullable(code);
    }
}
