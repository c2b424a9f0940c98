package workspace.chats.messaging.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Event;
import workspace.chats.messaging.trace.TraceContext;

/**
 * An event to append. The sequence is the version that the change gave its aggregate, taken under
 * the aggregate's row lock; the traceparent is that of the work that led to it.
 */
public record OutboxEntry(UUID eventId, Event event, long sequence, @Nullable String traceparent) {

    /** An event of the work at hand. */
    public OutboxEntry(UUID eventId, Event event, long sequence) {
        this(eventId, event, sequence, TraceContext.current());
    }
}
