package workspace.chats.api.outcome;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.messaging.testing.Engines;

/** Chats of one new workspace as a create leaves them, and what the database says of them later. */
@NullMarked
final class SeededChats {

    static final String PHONE = "+1 (500) 555-0006";
    static final String EMAIL = "Patient@Example.org";
    static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(Engines.database("chat_api").owner());
    private final UUID workspace = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();

    SeededChats() {
        jdbc.sql("insert into workspace (id, name) values (?, 'Clinic')").param(workspace).update();
        jdbc.sql(
                        """
                        insert into member (workspace_id, id, kind, display_name, phone, email)
                        values (?, ?, 'human', 'Pat', ?, ?)
                        """)
                .params(workspace, member, PHONE, EMAIL)
                .update();
    }

    /** Names for a message or call that is not there yet. */
    SubjectRef reserved() {
        return new SubjectRef(workspace, UUID.randomUUID(), UUID.randomUUID());
    }

    SubjectRef text(String status) {
        return text(reserved(), status, 1, Instant.now().plusSeconds(3600));
    }

    SubjectRef text(String status, Instant expiresAt) {
        return text(reserved(), status, 1, expiresAt);
    }

    SubjectRef text(SubjectRef message, String status, int attempt, Instant expiresAt) {
        chat(message.chatId(), "phone-sms");
        jdbc.sql(
                        """
                        insert into message (initial, direction, text, workspace_id, id, chat_id, status, attempt, expires_at,
                                             created_at, updated_at)
                        values (true, 'outbound', 'Hello', ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(workspace, message.id(), message.chatId(), status, attempt)
                .params(time(expiresAt), time(CREATED), time(CREATED))
                .update();
        return message;
    }

    SubjectRef call(String status) {
        return call(status, Instant.now().plusSeconds(3600));
    }

    SubjectRef call(String status, Instant expiresAt) {
        var call = reserved();
        chat(call.chatId(), "phone-voice");
        jdbc.sql(
                        """
                        insert into phone_call (workspace_id, id, chat_id, status, expires_at, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(workspace, call.id(), call.chatId(), status)
                .params(time(expiresAt), time(CREATED), time(CREATED))
                .update();
        return call;
    }

    /** As if nothing had been heard of that message or call since then. */
    void silentSince(Kind kind, SubjectRef subject, Instant then) {
        jdbc.sql(
                        "update %s set updated_at = ? where workspace_id = ? and id = ?"
                                .formatted(kind.table()))
                .params(time(then), workspace, subject.id())
                .update();
    }

    SubjectRef chat(String channel) {
        var reserved = reserved();
        chat(reserved.chatId(), channel);
        return reserved;
    }

    /** The id of the assignment is the returned subject's. */
    SubjectRef assigned() {
        var assignment = chat("web-chat");
        var workflow = UUID.randomUUID();
        jdbc.sql("insert into workflow (workspace_id, id, name) values (?, ?, 'Intake')")
                .params(workspace, workflow)
                .update();
        jdbc.sql(
                        """
                        insert into workflow_version (workspace_id, workflow_id, number, status)
                        values (?, ?, 1, 'published')
                        """)
                .params(workspace, workflow)
                .update();
        jdbc.sql(
                        """
                        update chat set workflow_id = ?, workflow_version = 1, assignment_id = ?, assignment_status = 'pending'
                        where workspace_id = ? and id = ?
                        """)
                .params(workflow, assignment.id(), workspace, assignment.chatId())
                .update();
        return assignment;
    }

    Map<String, Object> message(SubjectRef message) {
        return row("message", message.id());
    }

    Map<String, Object> phoneCall(SubjectRef call) {
        return row("phone_call", call.id());
    }

    Map<String, Object> chat(SubjectRef subject) {
        return row("chat", subject.chatId());
    }

    String optOuts(UUID sender) {
        return String.join(
                ",",
                jdbc.sql("select address from opt_out where workspace_id = ? and sender_id = ?")
                        .params(workspace, sender)
                        .query(String.class)
                        .list());
    }

    /** As a person enters one; its id. */
    UUID optOut(UUID sender, Instant since) {
        return jdbc.sql(
                        "insert into opt_out (workspace_id, sender_id, address, since) values (?, ?, ?, ?) returning id")
                .params(workspace, sender, "+15005550006", time(since))
                .query(UUID.class)
                .single();
    }

    Map<String, Object> optOut(UUID sender) {
        return jdbc.sql("select * from opt_out where workspace_id = ? and sender_id = ?")
                .params(workspace, sender)
                .query()
                .singleRow();
    }

    /** How many messages of this workspace have that status. */
    int count(String status) {
        return jdbc.sql("select count(*) from message where workspace_id = ? and status = ?")
                .params(workspace, status)
                .query(Integer.class)
                .single();
    }

    private void chat(UUID id, String channel) {
        jdbc.sql(
                        """
                        insert into chat (workspace_id, id, channel, chat_type, owner_member_id, member_id, assistant_enabled,
                                          messages_total, messages_outbound, version, created_at, updated_at)
                        values (?, ?, ?, 'simple', ?, ?, false, 1, 1, 1, ?, ?)
                        """)
                .params(workspace, id, channel, member, member, time(CREATED), time(CREATED))
                .update();
    }

    private Map<String, Object> row(String table, UUID id) {
        return jdbc.sql("select * from " + table + " where workspace_id = ? and id = ?")
                .params(workspace, id)
                .query()
                .singleRow();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
