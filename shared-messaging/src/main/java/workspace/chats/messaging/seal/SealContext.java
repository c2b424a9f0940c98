package workspace.chats.messaging.seal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import workspace.chats.events.EventType;

/**
 * What sealed data is bound to: it opens only for the event, type, workspace and chat it was sealed
 * for, so it cannot be moved to another chat.
 */
public record SealContext(UUID eventId, EventType type, UUID workspaceId, UUID chatId) {

    byte[] associatedData() {
        return String.join(
                        "\n",
                        eventId.toString(),
                        type.wireName(),
                        workspaceId.toString(),
                        chatId.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
