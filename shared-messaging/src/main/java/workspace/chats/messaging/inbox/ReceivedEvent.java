package workspace.chats.messaging.inbox;

import workspace.chats.events.Event;
import workspace.chats.events.EventMeta;

/** An event as it arrived: what its headers say, and what it says itself. */
public record ReceivedEvent(EventMeta meta, Event event) {}
