package workspace.chats.local.peer;

import java.time.Duration;
import java.util.Map;

/** What a peer does about a request: answer it, or one of the things that networks do. */
public sealed interface Reply {

    /** An answer with {@code body} written as JSON. */
    record Json(int status, Object body, Map<String, String> headers) implements Reply {
        public Json(int status, Object body) {
            this(status, body, Map.of());
        }
    }

    /** 204. */
    record Done() implements Reply {}

    /** The connection ends without a byte of an answer; the other side reads the end of stream. */
    record CutOff() implements Reply {}

    /** The connection is reset (TCP RST) without a byte of an answer. */
    record Reset() implements Reply {}

    /** Nothing for so long, then something; a stop of the peer ends the wait. */
    record Late(Duration delay, Reply then) implements Reply {}

    static Reply ok(Object body) {
        return new Json(200, body);
    }

    static Reply error(int status, String message) {
        return new Json(status, Map.of("error", message));
    }

    static Reply notFound() {
        return error(404, "there is nothing here");
    }
}
