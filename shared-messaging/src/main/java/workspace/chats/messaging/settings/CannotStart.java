package workspace.chats.messaging.settings;

/**
 * A setting is missing or of no use, so the service does not start. The text names the setting the
 * way an operator sets it, and is all that is shown: one line, no stack trace.
 */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String why) {
        super(why, null, false, false);
    }
}
