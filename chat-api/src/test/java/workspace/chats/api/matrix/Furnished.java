package workspace.chats.api.matrix;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.api.testing.Visits;

/** A workspace with one of everything that an id can name, and its administrator. */
public final class Furnished {

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID admin = workspace.human(null, null, "workspace:admin");
    private final Map<Thing, String> things = new EnumMap<>(Thing.class);

    /**
     * @param version one that is published, and one more is a draft
     */
    public Furnished(int version) {
        var patient = workspace.human("+12125550123", "ann@example.org");
        var texted =
                """
                {"channel": "phone-sms", "memberId": "%s", "assistantEnabled": false, "initialMessage": "Hello"}
                """
                        .formatted(patient);
        var chat = visits().post("/chats", texted, "Prefer", "respond-async");
        var workflow = workspace.workflow(null, null, null);
        versions(workflow, version);
        things.put(Thing.WORKSPACE, workspace.id().toString());
        things.put(Thing.CHAT, chat.at("/id"));
        things.put(Thing.MEMBER, patient.toString());
        things.put(Thing.ASSISTANT, workspace.assistant().toString());
        things.put(Thing.WORKFLOW, workflow.toString());
        things.put(Thing.PUBLISHED, String.valueOf(version));
        things.put(Thing.DRAFT, String.valueOf(version + 1));
        senders();
        things.put(Thing.SITE, workspace.site().toString());
        things.put(Thing.MODEL, workspace.model("chat").toString());
        things.put(Thing.REALTIME_MODEL, workspace.model("realtime").toString());
    }

    private void versions(UUID workflow, int version) {
        JdbcClient.create(RunningApi.DATABASE.owner())
                .sql(
                        """
                        insert into workflow_version (workspace_id, workflow_id, number, status)
                        values (:w, :f, :n, 'published'), (:w, :f, :n + 1, 'draft')
                        """)
                .param("w", workspace.id())
                .param("f", workflow)
                .param("n", version)
                .update();
    }

    /** The opt-out is of another number, which nobody may remove then. */
    private void senders() {
        things.put(Thing.NUMBER, number().toString());
        things.put(Thing.INBOX, workspace.inbox("desk@example.org").toString());
        var optOut =
                visits().added(
                                "/opt-outs",
                                "{\"senderId\": \"%s\", \"address\": \"+12125550199\"}"
                                        .formatted(number()));
        things.put(Thing.OPT_OUT, optOut.substring(optOut.lastIndexOf('/') + 1));
        JdbcClient.create(RunningApi.DATABASE.owner())
                .sql("update workspace set default_phone_number_id = ? where id = ?")
                .params(number(), workspace.id())
                .update();
    }

    private UUID number() {
        return workspace.number(Numbers.next(), 1);
    }

    UUID id() {
        return workspace.id();
    }

    public String get(Thing thing) {
        var found = things.get(thing);
        if (found == null) {
            throw new AssertionError("there is no " + thing);
        }
        return found;
    }

    public Visits visits() {
        return new Visits(workspace.id(), admin.toString());
    }
}
