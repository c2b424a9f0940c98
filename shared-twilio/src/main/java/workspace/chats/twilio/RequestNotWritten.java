package workspace.chats.twilio;

/** The request never left this machine: no connection was made. */
final class RequestNotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestNotWritten(Exception cause) {
        super(cause.getClass().getSimpleName(), null, false, false);
    }
}
