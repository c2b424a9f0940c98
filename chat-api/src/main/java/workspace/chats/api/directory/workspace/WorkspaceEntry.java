package workspace.chats.api.directory.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace and what its chats fall back on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkspaceEntry(
        UUID id,
        String name,
        @Nullable UUID defaultAssistantId,
        @Nullable UUID defaultPhoneNumberId,
        @Nullable UUID defaultInboxId) {

    @Override
    public String toString() {
        return "WorkspaceEntry[" + id + "]";
    }
}
