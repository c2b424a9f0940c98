package workspace.chats.api.directory.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.directory.entry.Draft;
import workspace.chats.api.directory.entry.Entries;
import workspace.chats.api.directory.entry.References;
import workspace.chats.api.directory.entry.Rows;

/** The workflows of workspaces. None is removed, because assignments are pinned to its versions. */
@Repository
class Workflows implements Entries<WorkflowEntry> {

    private final Rows<WorkflowEntry> rows;
    private final References references;

    Workflows(JdbcClient jdbc, References references) {
        this.references = references;
        rows =
                new Rows<>(
                        jdbc,
                        "workflow",
                        List.of(
                                "name",
                                "agent_member_id",
                                "default_phone_number_id",
                                "default_inbox_id",
                                "active_version"),
                        (row, index) -> entry(row),
                        Workflows::values);
    }

    @Override
    public Rows<WorkflowEntry> rows() {
        return rows;
    }

    @Override
    public WorkflowEntry blank(UUID id) {
        return new WorkflowEntry(id, "", null, null, null, null);
    }

    @Override
    public WorkflowEntry edited(UUID workspaceId, WorkflowEntry before, Draft draft) {
        return new WorkflowEntry(
                before.id(),
                draft.name("name", 200, before.name()),
                draft.reference(
                        "agentMemberId",
                        before.agentMemberId(),
                        id -> references.toAssistant(workspaceId, id)),
                draft.reference(
                        "defaultPhoneNumberId",
                        before.defaultPhoneNumberId(),
                        id -> references.toNumber(workspaceId, id)),
                draft.reference(
                        "defaultInboxId",
                        before.defaultInboxId(),
                        id -> references.toInbox(workspaceId, id)),
                before.activeVersion());
    }

    private static WorkflowEntry entry(ResultSet row) throws SQLException {
        return new WorkflowEntry(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("agent_member_id", UUID.class),
                row.getObject("default_phone_number_id", UUID.class),
                row.getObject("default_inbox_id", UUID.class),
                row.getObject("active_version", Integer.class));
    }

    private static @Nullable Object[] values(WorkflowEntry entry) {
        return new @Nullable Object[] {
            entry.name(),
            entry.agentMemberId(),
            entry.defaultPhoneNumberId(),
            entry.defaultInboxId(),
            entry.activeVersion()
        };
    }
}
