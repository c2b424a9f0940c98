package workspace.chats.messaging.seal;

import java.util.UUID;

/**
 * The sealed part of that event does not open: another key, another event, or damaged. Carries no
 * cause, whose words could quote what was inside.
 */
public final class CannotUnseal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotUnseal(UUID eventId) {
        super("cannot unseal the confidential part of event " + eventId, null, false, false);
    }
}
