package workspace.chats.local.dlt;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a letter, and why.
 *
 * @param newEventId of the mended event
 */
record Deed(String who, Action action, String reason, @Nullable UUID newEventId) {}
