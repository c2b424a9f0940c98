package workspace.chats.messaging.outbox;

import java.util.UUID;
import workspace.chats.events.Event;

/**
 * An event to append. The sequence is the version that the change gave its aggregate, taken under
 * the aggregate's row lock.
 */
public record OutboxEntry(UUID eventId, Event event, long sequence) {}
