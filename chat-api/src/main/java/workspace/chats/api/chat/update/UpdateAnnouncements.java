package workspace.chats.api.chat.update;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import workspace.chats.api.chat.Chat;
import workspace.chats.events.ChatEvent.ChatUpdated;
import workspace.chats.events.Confidential;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/**
 * Tells the other services what an edited chat is now. Ids and flags go in the open, personal data
 * sealed.
 */
@Component
class UpdateAnnouncements {

    private final Outbox outbox;
    private final Sealer sealer;
    private final Ids ids;

    UpdateAnnouncements(Outbox outbox, Sealer sealer, Ids ids) {
        this.outbox = outbox;
        this.sealer = sealer;
        this.ids = ids;
    }

    void announce(Chat chat) {
        var eventId = ids.next();
        outbox.append(eventId, event(chat, sealed(eventId, chat)), chat.version());
    }

    private static ChatUpdated event(Chat chat, @Nullable Sealed sealed) {
        return new ChatUpdated(
                chat.workspaceId(),
                chat.id(),
                chat.archived(),
                chat.paused(),
                chat.needsResponse(),
                chat.assistant().enabled(),
                chat.assistant().memberId(),
                chat.assistant().chatModelId(),
                chat.assistant().realtimeModelId(),
                chat.siteId(),
                chat.updatedAt(),
                sealed);
    }

    private @Nullable Sealed sealed(UUID eventId, Chat chat) {
        if (chat.title() == null && chat.metadata().isEmpty()) {
            return null;
        }
        var context =
                new SealContext(eventId, EventType.CHAT_UPDATED, chat.workspaceId(), chat.id());
        return sealer.seal(context, new Confidential(chat.title(), chat.metadata(), null, null));
    }
}
