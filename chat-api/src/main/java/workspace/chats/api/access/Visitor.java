package workspace.chats.api.access;

import java.util.UUID;

/**
 * Somebody with a valid token who names a workspace. Whether he is a member of it is not known yet.
 */
public record Visitor(UUID workspaceId, String subject) {}
