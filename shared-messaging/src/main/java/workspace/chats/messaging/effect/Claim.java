package workspace.chats.messaging.effect;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An effect that this instance holds, and when it may write the request.
 *
 * @param nextAt from when on the lane may be given away again, as this claim has set it
 * @param alone whether the lane was given away for this effect only
 */
record Claim(Entry entry, Slot slot, UUID laneId, OffsetDateTime nextAt, boolean alone) {}
