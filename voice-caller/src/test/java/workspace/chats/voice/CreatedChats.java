package workspace.chats.voice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Channel;
import workspace.chats.events.ChatEvent.CallRequest;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;

/** Created chats, as chat-api tells of them. */
public final class CreatedChats {

    public static final UUID WORKSPACE = UUID.randomUUID();
    public static final UUID SENDER = UUID.randomUUID();

    private static final Instant CREATED = Instant.parse("2026-11-22T10:15:30Z");

    private CreatedChats() {}

    public static ChatCreated asking(
            @Nullable CallRequest call, boolean isTest, @Nullable Sealed sealed) {
        return asking(UUID.randomUUID(), call, isTest, sealed);
    }

    static ChatCreated asking(
            UUID chatId, @Nullable CallRequest call, boolean isTest, @Nullable Sealed sealed) {
        return new ChatCreated(
                WORKSPACE,
                chatId,
                Channel.PHONE_VOICE,
                "assignment",
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(),
                true,
                UUID.randomUUID(),
                null,
                null,
                SENDER,
                null,
                null,
                isTest,
                CREATED,
                null,
                null,
                call,
                sealed);
    }

    public static CallRequest call(Instant expiresAt) {
        return new CallRequest(UUID.randomUUID(), 1, SENDER, 50, expiresAt, 30);
    }

    public static EventMeta meta(UUID eventId, ChatCreated chat) {
        return new EventMeta(
                eventId,
                EventType.CHAT_CREATED.wireName(),
                "chat-api",
                chat.workspaceId(),
                chat.chatId(),
                CREATED,
                1,
                null);
    }
}
