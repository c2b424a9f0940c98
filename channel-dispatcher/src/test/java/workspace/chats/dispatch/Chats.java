package workspace.chats.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Channel;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.ChatEvent.MessageCreated;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.Event;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.inbox.ReceivedEvent;

/** Chat events as chat-api makes them. */
public final class Chats {

    private Chats() {}

    public static ChatCreated created(
            Ids ids,
            Channel channel,
            @Nullable MessageRequest request,
            boolean isTest,
            @Nullable Sealed sealed) {
        return new ChatCreated(
                ids.workspace(),
                ids.chat(),
                channel,
                "simple",
                ids.member(),
                ids.member(),
                List.of(),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                isTest,
                Instant.EPOCH,
                null,
                request,
                null,
                sealed);
    }

    public static MessageCreated message(
            Ids ids, Channel channel, @Nullable MessageRequest request, Sealed sealed) {
        return new MessageCreated(
                ids.workspace(),
                ids.chat(),
                channel,
                ids.member(),
                ids.message(),
                false,
                Instant.EPOCH,
                request,
                sealed);
    }

    public static MessageRequest request(Ids ids, Instant expiresAt) {
        return new MessageRequest(ids.message(), 1, ids.sender(), 50, expiresAt, 300);
    }

    public static ReceivedEvent received(Ids ids, Event event) {
        return new ReceivedEvent(meta(ids, event), event);
    }

    public static EventMeta meta(Ids ids, Event event) {
        return new EventMeta(
                ids.event(),
                EventType.of(event).wireName(),
                "/workspace-chats/chat-api",
                event.workspaceId(),
                event.chatId(),
                Instant.EPOCH,
                1,
                null);
    }

    /** The ids of one chat with one message. */
    public record Ids(
            UUID workspace, UUID chat, UUID member, UUID message, UUID sender, UUID event) {

        /** Another chat with another message, for the same workspace, member and sender. */
        public Ids next() {
            var fresh = fresh();
            return new Ids(workspace, fresh.chat(), member, fresh.message(), sender, fresh.event());
        }

        public static Ids fresh() {
            return new Ids(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID());
        }
    }
}
