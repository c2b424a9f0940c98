package workspace.chats.api.directory.entry;

import java.util.UUID;

/** One thing that a workspace has, as it stands in its row and in answers. */
public interface Entry {

    UUID id();
}
