package workspace.chats.messaging.effect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Sealed;

/**
 * A row of the ledger as somebody saw it.
 *
 * @param eventType by its name on the wire: a newer version of the service may have planned it
 * @param version goes up with every move
 * @param token the last claim's: who holds it may move the row on
 */
record Entry(
        Effect effect,
        State state,
        long version,
        @Nullable UUID token,
        UUID eventId,
        String eventType,
        @Nullable Sealed sealed,
        @Nullable String traceparent,
        int looks,
        @Nullable Instant submittedAt) {}
