package workspace.chats.api.chat.dm;

import java.util.UUID;

/** Two members, in whatever order. */
record Pair(UUID workspaceId, UUID one, UUID other) {}
