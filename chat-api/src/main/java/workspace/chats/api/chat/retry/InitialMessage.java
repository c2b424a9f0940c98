package workspace.chats.api.chat.retry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.events.ReasonCode;

/** The message that a chat was created with, and where its last attempt stands. */
record InitialMessage(
        UUID id, int attempt, MessageStatus status, @Nullable ReasonCode reason, String text) {

    @Override
    public String toString() {
        return "InitialMessage[" + id + "]";
    }
}
