package workspace.chats.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What chat-api says about a chat, on {@link Topics#CHAT_EVENTS}. */
public sealed interface ChatEvent extends Event {

    /**
     * A chat exists. Holds everything a consumer needs to act: the assignment to make, the first
     * message to send, the call to place, each absent when there is none.
     */
    record ChatCreated(
            UUID workspaceId,
            UUID chatId,
            Channel channel,
            String chatType,
            UUID ownerMemberId,
            UUID memberId,
            List<Participant> participants,
            boolean assistantEnabled,
            @Nullable UUID assistantMemberId,
            @Nullable UUID assistantChatModelId,
            @Nullable UUID assistantRealtimeModelId,
            @Nullable UUID phoneNumberId,
            @Nullable UUID inboxId,
            @Nullable UUID siteId,
            boolean isTest,
            Instant createdAt,
            @Nullable AssignmentRequest assignment,
            @Nullable MessageRequest initialMessage,
            @Nullable CallRequest call,
            @Nullable Sealed sealed)
            implements ChatEvent {

        public ChatCreated {
            participants = List.copyOf(participants);
        }
    }

    /** Something that {@code PUT} may change was changed; the fields are the state after it. */
    record ChatUpdated(
            UUID workspaceId,
            UUID chatId,
            boolean archived,
            boolean paused,
            boolean needsResponse,
            boolean assistantEnabled,
            @Nullable UUID assistantMemberId,
            @Nullable UUID assistantChatModelId,
            @Nullable UUID assistantRealtimeModelId,
            @Nullable UUID siteId,
            Instant updatedAt,
            @Nullable Sealed sealed)
            implements ChatEvent {}

    /**
     * A later message of the chat; {@code request} is absent when the channel has nothing to send
     * it through.
     */
    record MessageCreated(
            UUID workspaceId,
            UUID chatId,
            Channel channel,
            UUID authorMemberId,
            UUID messageId,
            boolean isTest,
            Instant createdAt,
            @Nullable MessageRequest request,
            @Nullable Sealed sealed)
            implements ChatEvent {}

    /**
     * A person wants a failed message sent again, as the next attempt; the ledger decides whether
     * it may.
     */
    record MessageRetryRequested(
            UUID workspaceId,
            UUID chatId,
            Channel channel,
            boolean confirmUnknown,
            boolean isTest,
            MessageRequest request,
            @Nullable Sealed sealed)
            implements ChatEvent {}

    /**
     * The person behind the sealed address wants nothing more from this sender. One that was
     * recorded by hand belongs to no chat: the sender's id stands in {@code chatId}.
     */
    record RecipientOptedOut(
            UUID workspaceId, UUID chatId, UUID senderId, Instant at, @Nullable Sealed sealed)
            implements ChatEvent {}

    /**
     * The person behind the sealed address may be written to again; {@code chatId} as in {@link
     * RecipientOptedOut}.
     */
    record RecipientOptedIn(
            UUID workspaceId, UUID chatId, UUID senderId, Instant at, @Nullable Sealed sealed)
            implements ChatEvent {}

    /** One who takes part, with his role at creation. */
    record Participant(UUID memberId, Role role) {}

    /** The assignment to make: its id is reserved and its version pinned by chat-api. */
    record AssignmentRequest(UUID id, UUID workflowId, int versionNumber) {}

    /**
     * One attempt at one message. Nothing may be sent at or after {@code expiresAt}; at most {@code
     * ratePerSecond} requests of this sender are written per second, and at most {@code perHour} of
     * the workspace's texts, or calls, in an hour; null for as many as the sending service allows.
     */
    record MessageRequest(
            UUID id,
            int attempt,
            UUID senderId,
            double ratePerSecond,
            Instant expiresAt,
            @Nullable Integer perHour) {}

    /** One attempt at one outbound call, under the same limits as a message. */
    record CallRequest(
            UUID id,
            int attempt,
            UUID senderId,
            double ratePerSecond,
            Instant expiresAt,
            @Nullable Integer perHour) {}
}
