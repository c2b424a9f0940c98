package workspace.chats.messaging.inbox;

import java.util.UUID;

/**
 * Thrown by a consumer's work when an event speaks of a chat that its database does not show. The
 * event may have overtaken the commit it came from, so it is tried again for a while before it
 * becomes a dead letter.
 */
public final class NotYetVisible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYetVisible(UUID chatId) {
        super("chat " + chatId + " is not visible yet", null, false, false);
    }
}
