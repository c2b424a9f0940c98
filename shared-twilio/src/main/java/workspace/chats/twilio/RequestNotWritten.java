package workspace.chats.twilio;

/** Nothing of the request left: there was no connection to Twilio, or its turn was over. */
final class RequestNotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestNotWritten(Exception cause) {
        this(cause.getClass().getSimpleName());
    }

    RequestNotWritten(String why) {
        super(why, null, false, false);
    }
}
