package workspace.chats.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What voice-caller says, on {@link Topics#CALL_EVENTS}. */
public sealed interface CallEvent extends Event {

    /** The provider took the call (or would have: {@code simulated} ones ring nowhere). */
    record CallPlaced(
            UUID workspaceId, UUID chatId, UUID callId, int attempt, boolean simulated, Instant at)
            implements CallEvent {}

    /** The call moved on. */
    record CallStatusChanged(
            UUID workspaceId,
            UUID chatId,
            UUID callId,
            int attempt,
            CallStatus status,
            @Nullable ReasonCode reason,
            Instant at)
            implements CallEvent {}

    /**
     * The call was not placed; {@code providerCode} is the provider's bare number, for operators.
     */
    record CallFailed(
            UUID workspaceId,
            UUID chatId,
            UUID callId,
            int attempt,
            ReasonCode reason,
            @Nullable String providerCode,
            Instant at)
            implements CallEvent {}

    /**
     * Nobody can say yet whether the call was placed. It is not placed again; a later event settles
     * it.
     */
    record CallUnknown(UUID workspaceId, UUID chatId, UUID callId, int attempt, Instant at)
            implements CallEvent {}
}
