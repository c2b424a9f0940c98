package workspace.chats.local.launcher;

/** What was asked cannot be done; the message says to a person why, and what to do. */
final class CannotDo extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotDo(String message) {
        super(message);
    }
}
