package workspace.chats.api.chat;

import java.util.UUID;

/**
 * Every row's key starts with its workspace, so no query can reach into another one by accident.
 */
public record Key(UUID workspaceId, UUID id) {}
