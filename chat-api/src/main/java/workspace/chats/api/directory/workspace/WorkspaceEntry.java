package workspace.chats.api.directory.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace, what its chats fall back on, and how many texts and calls it may send in an hour;
 * absent when the installation decides.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkspaceEntry(
        UUID id,
        String name,
        @Nullable UUID defaultAssistantId,
        @Nullable UUID defaultPhoneNumberId,
        @Nullable UUID defaultInboxId,
        @Nullable Integer textsPerHour,
        @Nullable Integer callsPerHour) {

    @Override
    public String toString() {
        return "WorkspaceEntry[" + id + "]";
    }
}
