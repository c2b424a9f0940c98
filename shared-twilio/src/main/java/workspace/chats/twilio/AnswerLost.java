package workspace.chats.twilio;

/** The request was written, at least in part, and no whole answer came back. */
final class AnswerLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerLost(Exception cause) {
        super(cause.getClass().getSimpleName(), null, false, false);
    }
}
