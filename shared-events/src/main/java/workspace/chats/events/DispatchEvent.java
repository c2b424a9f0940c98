package workspace.chats.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What channel-dispatcher says, on {@link Topics#DISPATCH_EVENTS}. */
public sealed interface DispatchEvent extends Event {

    /** The provider took the message (or would have: {@code simulated} ones reach nobody). */
    record MessageAccepted(
            UUID workspaceId,
            UUID chatId,
            UUID messageId,
            int attempt,
            boolean simulated,
            Instant at)
            implements DispatchEvent {}

    /** The provider says it arrived. */
    record MessageDelivered(UUID workspaceId, UUID chatId, UUID messageId, int attempt, Instant at)
            implements DispatchEvent {}

    /**
     * It did not go out or did not arrive; {@code providerCode} is the provider's bare number, for
     * operators.
     */
    record MessageFailed(
            UUID workspaceId,
            UUID chatId,
            UUID messageId,
            int attempt,
            ReasonCode reason,
            @Nullable String providerCode,
            Instant at)
            implements DispatchEvent {}

    /** It waits for the end of the recipient's quiet hours. */
    record MessageDeferred(
            UUID workspaceId, UUID chatId, UUID messageId, int attempt, Instant until, Instant at)
            implements DispatchEvent {}

    /**
     * Nobody can say yet whether the provider took it. It is not sent again; a later event settles
     * it.
     */
    record MessageUnknown(UUID workspaceId, UUID chatId, UUID messageId, int attempt, Instant at)
            implements DispatchEvent {}

    /**
     * A wish to send a message again is not granted, because the last attempt did not certainly
     * fail: {@code attempt} is not made, and {@code standingAttempt} counts again. Where that one
     * stands is said anew after this, unless it is still under way.
     */
    record MessageRetryRefused(
            UUID workspaceId,
            UUID chatId,
            UUID messageId,
            int attempt,
            int standingAttempt,
            Instant at)
            implements DispatchEvent {}

    /** A person wrote to one of our numbers; the words are sealed. */
    record MessageReceived(
            UUID workspaceId,
            UUID chatId,
            UUID messageId,
            UUID senderId,
            Instant at,
            @Nullable Sealed sealed)
            implements DispatchEvent {}

    /**
     * The provider or the person told the dispatcher, not chat-api, that this address wants nothing
     * more.
     *
     * @param sealed the address; null in what was told before there was this field
     */
    record OptOutReported(
            UUID workspaceId,
            UUID chatId,
            UUID messageId,
            UUID senderId,
            Instant at,
            @Nullable Sealed sealed)
            implements DispatchEvent {}
}
