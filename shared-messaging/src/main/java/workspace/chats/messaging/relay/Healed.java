package workspace.chats.messaging.relay;

import java.time.Instant;

/** A fault that was found, how many events were delivered because of it, and when. */
record Healed(Fault fault, int events, Instant at) {}
