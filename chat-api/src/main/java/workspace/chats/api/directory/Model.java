package workspace.chats.api.directory;

import java.util.UUID;

/** A model that an assistant can run on. */
public record Model(UUID id, ModelKind kind) {}
