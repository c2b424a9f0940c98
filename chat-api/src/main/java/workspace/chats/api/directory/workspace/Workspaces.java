package workspace.chats.api.directory.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.body.Body;
import workspace.chats.api.directory.entry.Draft;
import workspace.chats.api.directory.entry.References;

/** The workspaces, each asked for by one of its members. */
@Repository
class Workspaces {

    private static final String SELECT =
            """
            select id, name, default_assistant_id, default_phone_number_id, default_inbox_id,
                   texts_per_hour, calls_per_hour
            from workspace where id = ?
            """;

    private final JdbcClient jdbc;
    private final References references;

    Workspaces(JdbcClient jdbc, References references) {
        this.jdbc = jdbc;
        this.references = references;
    }

    @Transactional(readOnly = true)
    WorkspaceEntry show(UUID id) {
        return jdbc.sql(SELECT).param(id).query(Workspaces::entry).single();
    }

    @Transactional
    WorkspaceEntry change(UUID id, Body body) {
        var before =
                jdbc.sql(SELECT + " for no key update").param(id).query(Workspaces::entry).single();
        var after = Draft.of(body, draft -> edited(before, draft));
        jdbc.sql(
                        """
                        update workspace set name = ?, default_assistant_id = ?, default_phone_number_id = ?,
                                             default_inbox_id = ?, texts_per_hour = ?, calls_per_hour = ?
                        where id = ?
                        """)
                .param(after.name())
                .param(after.defaultAssistantId())
                .param(after.defaultPhoneNumberId())
                .param(after.defaultInboxId())
                .param(after.textsPerHour())
                .param(after.callsPerHour())
                .param(id)
                .update();
        return after;
    }

    private WorkspaceEntry edited(WorkspaceEntry before, Draft draft) {
        return new WorkspaceEntry(
                before.id(),
                draft.name("name", 200, before.name()),
                draft.reference(
                        "defaultAssistantId",
                        before.defaultAssistantId(),
                        id -> references.toAssistant(before.id(), id)),
                draft.reference(
                        "defaultPhoneNumberId",
                        before.defaultPhoneNumberId(),
                        id -> references.toNumber(before.id(), id)),
                draft.reference(
                        "defaultInboxId",
                        before.defaultInboxId(),
                        id -> references.toInbox(before.id(), id)),
                draft.count("textsPerHour", before.textsPerHour()),
                draft.count("callsPerHour", before.callsPerHour()));
    }

    private static WorkspaceEntry entry(ResultSet row, int index) throws SQLException {
        return new WorkspaceEntry(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("default_assistant_id", UUID.class),
                row.getObject("default_phone_number_id", UUID.class),
                row.getObject("default_inbox_id", UUID.class),
                row.getObject("texts_per_hour", Integer.class),
                row.getObject("calls_per_hour", Integer.class));
    }
}
