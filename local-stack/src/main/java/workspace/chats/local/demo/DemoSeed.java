package workspace.chats.local.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.local.demo.DemoWorkspace.Workflow;

/** Writes one workspace into chat-api's database; what is there already stays as it is. */
final class DemoSeed {

    private final Connection connection;
    private final DemoIds ids;
    private final String key;
    private final DemoWorkspace workspace;
    private final OffsetDateTime now;

    DemoSeed(
            Connection connection,
            DemoIds ids,
            String key,
            DemoWorkspace workspace,
            OffsetDateTime now) {
        this.connection = connection;
        this.ids = ids;
        this.key = key;
        this.workspace = workspace;
        this.now = now;
    }

    void write() throws SQLException {
        insert(
                "workspace (id, name, default_assistant_id)",
                ids.of(key),
                workspace.name(),
                ids.of(key, "members", workspace.defaultAssistant()));
        members();
        senders();
        sitesAndModels();
        for (var workflow : workspace.workflows().entrySet()) {
            workflow(ids.of(key, "workflows", workflow.getKey()), workflow.getValue());
        }
    }

    private void members() throws SQLException {
        for (var entry : workspace.members().entrySet()) {
            var member = entry.getValue();
            var scopes = member.scopes() == null ? List.of() : member.scopes();
            insert(
                    "member (workspace_id, id, kind, subject, display_name, phone, email, scopes, active)",
                    ids.of(key),
                    ids.of(key, "members", entry.getKey()),
                    member.kind(),
                    member.isHuman() ? DemoData.subjectOf(key, entry.getKey()) : null,
                    member.displayName(),
                    member.phone(),
                    member.email(),
                    connection.createArrayOf("text", scopes.toArray()),
                    member.isActive());
        }
    }

    private void senders() throws SQLException {
        for (var entry : workspace.phoneNumbers().entrySet()) {
            var number = entry.getValue();
            insert(
                    "phone_number (workspace_id, id, e164, label, sms, voice, rate_per_second)",
                    ids.of(key),
                    ids.of(key, "phoneNumbers", entry.getKey()),
                    number.e164(),
                    number.label(),
                    number.sms(),
                    number.voice(),
                    number.ratePerSecond());
        }
        for (var entry : workspace.inboxes().entrySet()) {
            insert(
                    "inbox_address (workspace_id, id, address, label)",
                    ids.of(key),
                    ids.of(key, "inboxes", entry.getKey()),
                    entry.getValue().address(),
                    entry.getValue().label());
        }
    }

    private void sitesAndModels() throws SQLException {
        for (var entry : workspace.sites().entrySet()) {
            UUID id = ids.of(key, "sites", entry.getKey());
            insert("site (workspace_id, id, name)", ids.of(key), id, entry.getValue().name());
        }
        for (var entry : workspace.models().entrySet()) {
            insert(
                    "model (workspace_id, id, name, kind)",
                    ids.of(key),
                    ids.of(key, "models", entry.getKey()),
                    entry.getValue().name(),
                    entry.getValue().kind());
        }
    }

    private void workflow(UUID id, Workflow workflow) throws SQLException {
        insert(
                "workflow (workspace_id, id, name, agent_member_id, default_phone_number_id,"
                        + " default_inbox_id, active_version)",
                ids.of(key),
                id,
                workflow.name(),
                ids.ofOptional(key, "members", workflow.agent()),
                ids.ofOptional(key, "phoneNumbers", workflow.phoneNumber()),
                ids.ofOptional(key, "inboxes", workflow.inbox()),
                workflow.activeVersion());
        for (int number = 1; number <= workflow.versions().size(); number++) {
            String status = workflow.versions().get(number - 1);
            insert(
                    "workflow_version (workspace_id, workflow_id, number, status, published_at)",
                    ids.of(key),
                    id,
                    number,
                    status,
                    status.equals("published") ? now : null);
        }
    }

    private void insert(String into, @Nullable Object... values) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(values.length, "?"));
        String sql = "insert into " + into + " values (" + marks + ") on conflict do nothing";
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
