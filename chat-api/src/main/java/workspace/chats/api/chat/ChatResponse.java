package workspace.chats.api.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.CallStatus;
import workspace.chats.events.Channel;
import workspace.chats.events.ReasonCode;

/** A chat as clients see it. What is absent is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatResponse(
        UUID id,
        UUID workspaceId,
        Channel channel,
        String chatType,
        @Nullable String title,
        UUID ownerMemberId,
        UUID memberId,
        List<Attendee> participants,
        boolean assistantEnabled,
        @Nullable UUID assistantMemberId,
        @Nullable UUID assistantChatModelId,
        @Nullable UUID assistantRealtimeModelId,
        @Nullable Assignment assignment,
        @Nullable UUID phoneNumberId,
        @Nullable UUID inboxId,
        @Nullable UUID siteId,
        @JsonProperty("isTest") boolean isTest,
        boolean archived,
        boolean paused,
        boolean needsResponse,
        MessageCounts messageCounts,
        MessageStatus initialMessageStatus,
        @Nullable ReasonCode initialMessageError,
        @Nullable Boolean simulated,
        @Nullable Call call,
        SortedMap<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    /** The latest outbound call. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Call(
            UUID id, CallStatus status, @Nullable ReasonCode reason, boolean simulated) {}

    public static ChatResponse of(ChatSnapshot snapshot) {
        var chat = snapshot.chat();
        var assistant = chat.assistant();
        var outcome = FirstOutcome.of(snapshot.initialMessage(), snapshot.call());
        return new ChatResponse(
                chat.id(),
                chat.workspaceId(),
                chat.channel(),
                chat.chatType(),
                chat.title(),
                chat.ownerMemberId(),
                chat.memberId(),
                snapshot.participants(),
                assistant.enabled(),
                assistant.memberId(),
                assistant.chatModelId(),
                assistant.realtimeModelId(),
                chat.assignment(),
                chat.phoneNumberId(),
                chat.inboxId(),
                chat.siteId(),
                chat.isTest(),
                chat.archived(),
                chat.paused(),
                chat.needsResponse(),
                chat.messageCounts(),
                outcome.status(),
                outcome.error(),
                outcome.simulated(),
                call(snapshot.call()),
                chat.metadata(),
                chat.createdAt(),
                chat.updatedAt());
    }

    @Override
    public String toString() {
        return "ChatResponse[" + id + "]";
    }

    private static @Nullable Call call(@Nullable PhoneCall call) {
        return call == null
                ? null
                : new Call(call.id(), call.status(), call.reason(), call.simulated());
    }
}
