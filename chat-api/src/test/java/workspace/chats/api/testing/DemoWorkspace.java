package workspace.chats.api.testing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A workspace of its own for one test class, with two others' worth of neighbours' ids never in it.
 */
public final class DemoWorkspace {

    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());
    private final UUID id = UUID.randomUUID();

    public DemoWorkspace() {
        RunningApi.get(); // which makes the tables
        sql.sql("insert into workspace (id, name) values (?, 'The Clinic')").param(id).update();
    }

    public UUID id() {
        return id;
    }

    public String chats() {
        return "/api/v2/w/" + id + "/chats";
    }

    /** The requests of one who has these scopes. */
    public Visits visits(String... scopes) {
        return new Visits(id, human(null, null, scopes).toString());
    }

    /** A person whose subject is his id's text. */
    public UUID human(@Nullable String phone, @Nullable String email, String... scopes) {
        return member("human", phone, email, scopes);
    }

    public UUID assistant() {
        return member("assistant", null, null);
    }

    public UUID defaultAssistant() {
        var assistant = assistant();
        sql.sql("update workspace set default_assistant_id = ? where id = ?")
                .params(assistant, id)
                .update();
        return assistant;
    }

    public void deactivate(UUID member) {
        sql.sql("update member set active = false where workspace_id = ? and id = ?")
                .params(id, member)
                .update();
    }

    public void grant(UUID member, String... scopes) {
        sql.sql("update member set scopes = ? where workspace_id = ? and id = ?")
                .params(scopes, id, member)
                .update();
    }

    public UUID number(String e164, double ratePerSecond) {
        var number = UUID.randomUUID();
        sql.sql(
                        """
                        insert into phone_number (workspace_id, id, e164, label, sms, voice, rate_per_second)
                        values (?, ?, ?, 'main', true, true, ?)
                        """)
                .params(id, number, e164, ratePerSecond)
                .update();
        return number;
    }

    public UUID inbox(String address) {
        var inbox = UUID.randomUUID();
        sql.sql(
                        "insert into inbox_address (workspace_id, id, address, label) values (?, ?, ?, 'desk')")
                .params(id, inbox, address)
                .update();
        return inbox;
    }

    public UUID site() {
        var site = UUID.randomUUID();
        sql.sql("insert into site (workspace_id, id, name) values (?, ?, 'North')")
                .params(id, site)
                .update();
        return site;
    }

    public UUID model(String kind) {
        var model = UUID.randomUUID();
        sql.sql("insert into model (workspace_id, id, name, kind) values (?, ?, 'Some', ?)")
                .params(id, model, kind)
                .update();
        return model;
    }

    /** Versions 1 and 2 are published, 2 is active, 3 is a draft. */
    public UUID workflow(@Nullable UUID agent, @Nullable UUID number, @Nullable UUID inbox) {
        var workflow = UUID.randomUUID();
        sql.sql(
                        """
                        insert into workflow (workspace_id, id, name, agent_member_id, default_phone_number_id, default_inbox_id)
                        values (?, ?, 'intake', ?, ?, ?)
                        """)
                .params(id, workflow)
                .param(agent)
                .param(number)
                .param(inbox)
                .update();
        sql.sql(
                        """
                        insert into workflow_version (workspace_id, workflow_id, number, status)
                        values (:w, :f, 1, 'published'), (:w, :f, 2, 'published'), (:w, :f, 3, 'draft')
                        """)
                .param("w", id)
                .param("f", workflow)
                .update();
        sql.sql("update workflow set active_version = 2 where workspace_id = ? and id = ?")
                .params(id, workflow)
                .update();
        return workflow;
    }

    public UUID optOut(UUID sender, String address) {
        return sql.sql(
                        "insert into opt_out (workspace_id, sender_id, address) values (?, ?, ?) returning id")
                .params(id, sender, address)
                .query(UUID.class)
                .single();
    }

    private UUID member(
            String kind, @Nullable String phone, @Nullable String email, String... scopes) {
        var member = UUID.randomUUID();
        sql.sql(
                        """
                        insert into member (workspace_id, id, kind, subject, display_name, phone, email, scopes)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, member, kind)
                .param(kind.equals("human") ? member.toString() : null)
                .param("Name of " + member)
                .param(phone)
                .param(email)
                .param(scopes)
                .update();
        return member;
    }
}
