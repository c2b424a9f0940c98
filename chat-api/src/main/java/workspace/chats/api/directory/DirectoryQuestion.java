package workspace.chats.api.directory;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids that a request refers to, besides its workspace's and workflow's defaults. */
public record DirectoryQuestion(
        Set<UUID> memberIds,
        @Nullable UUID workflowId,
        @Nullable UUID phoneNumberId,
        @Nullable UUID inboxId,
        @Nullable UUID siteId,
        Set<UUID> modelIds) {

    public static final DirectoryQuestion NOTHING =
            new DirectoryQuestion(Set.of(), null, null, null, null, Set.of());
}
