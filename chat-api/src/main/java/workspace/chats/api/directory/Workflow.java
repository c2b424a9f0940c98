package workspace.chats.api.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workflow with its defaults and the numbers of its published versions, ascending. */
public record Workflow(
        UUID id,
        @Nullable UUID agentMemberId,
        @Nullable UUID defaultPhoneNumberId,
        @Nullable UUID defaultInboxId,
        @Nullable Integer activeVersion,
        List<Integer> published) {

    /** The active version if it is published, else the latest that is. */
    public Optional<Integer> currentVersion() {
        if (activeVersion != null && published.contains(activeVersion)) {
            return Optional.of(activeVersion);
        }
        return published.isEmpty() ? Optional.empty() : Optional.of(published.getLast());
    }
}
