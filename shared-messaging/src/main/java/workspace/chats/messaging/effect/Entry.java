package workspace.chats.messaging.effect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;

/**
 * A row of the ledger as somebody saw it.
 *
 * @param version goes up with every move
 * @param token the last claim's: who holds it may move the row on
 */
record Entry(
        Effect effect,
        State state,
        long version,
        @Nullable UUID token,
        UUID eventId,
        EventType eventType,
        @Nullable Sealed sealed,
        @Nullable String traceparent,
        int looks,
        @Nullable Instant submittedAt) {}
