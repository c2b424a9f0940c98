package workspace.chats.local.peer;

/** The request cannot be understood; the message says what would be. */
public final class BadRequest extends RuntimeException {

    public BadRequest(String message) {
        super(message);
    }
}
