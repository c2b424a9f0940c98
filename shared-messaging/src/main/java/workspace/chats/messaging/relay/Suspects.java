package workspace.chats.messaging.relay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Events that waited in the outbox before a mark was put into the log. Those of them that still
 * wait when the mark comes back were passed over.
 */
record Suspects(List<UUID> ids, long mark, Instant since) {}
