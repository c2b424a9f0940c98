package workspace.chats.api.directory.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.directory.entry.Entry;

/**
 * A workflow with its defaults.
 *
 * @param activeVersion the one that new assignments run, if one was activated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkflowEntry(
        UUID id,
        String name,
        @Nullable UUID agentMemberId,
        @Nullable UUID defaultPhoneNumberId,
        @Nullable UUID defaultInboxId,
        @Nullable Integer activeVersion)
        implements Entry {

    WorkflowEntry running(int version) {
        return new WorkflowEntry(
                id, name, agentMemberId, defaultPhoneNumberId, defaultInboxId, version);
    }

    @Override
    public String toString() {
        return "WorkflowEntry[" + id + "]";
    }
}
