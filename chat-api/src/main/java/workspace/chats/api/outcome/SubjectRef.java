package workspace.chats.api.outcome;

import java.util.UUID;

/** Which message or call of which chat. */
record SubjectRef(UUID workspaceId, UUID chatId, UUID id) {}
