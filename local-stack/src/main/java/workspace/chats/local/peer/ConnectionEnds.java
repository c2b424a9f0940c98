package workspace.chats.local.peer;

import org.apache.hc.core5.io.CloseMode;

/** How a handler leaves a connection that must not be answered. */
final class ConnectionEnds extends RuntimeException {

    private final CloseMode mode;

    ConnectionEnds(CloseMode mode) {
        super("asked for", null, false, false);
        this.mode = mode;
    }

    CloseMode mode() {
        return mode;
    }
}
