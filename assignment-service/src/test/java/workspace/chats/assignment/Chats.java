package workspace.chats.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Channel;
import workspace.chats.events.ChatEvent.AssignmentRequest;
import workspace.chats.events.ChatEvent.ChatCreated;

/** Created chats, as chat-api tells of them. */
final class Chats {

    static final UUID WORKFLOW = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");

    private Chats() {}

    static ChatCreated withAssignment(UUID workspaceId) {
        return withAssignment(workspaceId, UUID.randomUUID(), 2);
    }

    static ChatCreated withAssignment(UUID workspaceId, UUID chatId, int version) {
        return chat(
                workspaceId, chatId, new AssignmentRequest(UUID.randomUUID(), WORKFLOW, version));
    }

    static ChatCreated simple(UUID workspaceId) {
        return chat(workspaceId, UUID.randomUUID(), null);
    }

    private static ChatCreated chat(
            UUID workspaceId, UUID chatId, @Nullable AssignmentRequest assignment) {
        return new ChatCreated(
                workspaceId,
                chatId,
                Channel.WEB_CHAT,
                assignment == null ? "simple" : "assignment",
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Instant.parse("2026-11-22T10:15:30Z"),
                assignment,
                null,
                null,
                null);
    }
}
