package workspace.chats.api.chat.list;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

/**
 * Chats of several workspaces as creates would have left them: two people and often an assistant
 * take part in each.
 */
final class ManyChats {

    private static final int AT_A_TIME = 50_000;

    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());
    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID reader = workspace.human(null, null, "chats:read");
    private final UUID busy = workspace.human(null, null);
    private final UUID assistant = workspace.assistant();
    private final UUID workflow = workspace.workflow(null, null, null);
    private final List<UUID> members;

    private ManyChats(int people, int inLargest, int... inOthers) {
        members = members(workspace, people);
        seed(workspace, members, inLargest);
        for (int chats : inOthers) {
            var other = new DemoWorkspace();
            other.assistant();
            seed(other, members(other, 100), chats);
        }
        sql.sql("vacuum (analyze) chat").update();
        sql.sql("vacuum (analyze) participant").update();
        sql.sql("vacuum (analyze) member").update();
    }

    /** In four workspaces; a thousand people with about 1,400 chats each are in the largest. */
    static ManyChats aMillion() {
        return new ManyChats(1_000, 700_000, 200_000, 90_000, 10_000);
    }

    /** In two workspaces: enough for PostgreSQL to prefer an index where there is one to use. */
    static ManyChats enough() {
        return new ManyChats(1_000, 14_000, 6_000);
    }

    DemoWorkspace workspace() {
        return workspace;
    }

    /** Sees all of the largest workspace. */
    UUID reader() {
        return reader;
    }

    /** Takes part in every twentieth chat. */
    UUID busy() {
        return busy;
    }

    /** Each takes part in as many chats as any other. */
    List<UUID> members() {
        return members;
    }

    UUID assistant() {
        return assistant;
    }

    /** Of every five hundredth chat. */
    UUID workflow() {
        return workflow;
    }

    private List<UUID> members(DemoWorkspace where, int count) {
        return sql.sql(
                        """
                        insert into member (workspace_id, id, kind, subject, display_name)
                        select :w, id, 'human', id::text, 'Somebody' from (
                            select gen_random_uuid() as id from generate_series(1, :count)) made
                        returning id
                        """)
                .param("w", where.id())
                .param("count", count)
                .query(UUID.class)
                .list();
    }

    private void seed(DemoWorkspace where, List<UUID> people, int chats) {
        for (int from = 1; from <= chats; from += AT_A_TIME) {
            chats(where, people, from, Math.min(chats, from + AT_A_TIME - 1));
        }
        participants(where);
    }

    private void chats(DemoWorkspace where, List<UUID> people, int from, int to) {
        var special = where.id().equals(workspace.id());
        sql.sql(
                        """
                        insert into chat (workspace_id, id, channel, chat_type, title, owner_member_id, member_id, assistant_enabled,
                            assistant_member_id, workflow_id, workflow_version, assignment_id, assignment_status,
                            is_test, archived, needs_response, metadata, version, created_at, updated_at)
                        select :w, uuidv7(), (array['web-chat', 'phone-sms', 'phone-voice', 'email'])[1 + i % 4],
                            case when i % 1000 = 0 then 'visit' else 'simple' end,
                            case when i % 5 > 0 then (array['Knee', 'Hip', 'Shoulder', 'Heart', 'Skin'])[1 + i % 5] || ' of patient ' || i end,
                            (:people::uuid[])[1 + i % :count], (:people::uuid[])[1 + (i * 7 + i / :count) % :count], i % 3 = 0,
                            case when i % 300 = 0 then :assistant::uuid end,
                            case when i % 500 = 0 then :workflow::uuid end, case when i % 500 = 0 and :workflow::uuid is not null then 2 end,
                            case when i % 500 = 0 and :workflow::uuid is not null then gen_random_uuid() end,
                            case when i % 500 = 0 and :workflow::uuid is not null then 'active' end,
                            i % 200 = 1, i % 10 = 1, i % 50 = 1,
                            case when i % 2 = 0 then jsonb_build_object('room', 'R' || i % 977) else '{}' end, 1,
                            timestamptz '2025-01-01' + i * interval '40 s',
                            timestamptz '2025-01-01' + i * interval '40 s' + (i::bigint * 7919 % 100000) * interval '1 s'
                        from generate_series(:from, :to) as i
                        """)
                .param("w", where.id())
                .param("people", people.toArray(UUID[]::new))
                .param("count", people.size())
                .param("assistant", special ? assistant : null, Types.OTHER)
                .param("workflow", special ? workflow : null, Types.OTHER)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private void participants(DemoWorkspace where) {
        sql.sql(
                        """
                        insert into participant (workspace_id, chat_id, id, member_id, role, position)
                        select workspace_id, id, uuidv7(), owner_member_id, 'owner', 0 from chat where workspace_id = :w
                        union all
                        select workspace_id, id, uuidv7(), member_id, 'member', 1 from chat
                        where workspace_id = :w and member_id <> owner_member_id
                        union all
                        select workspace_id, id, uuidv7(), :busy, 'operator', 2 from chat
                        where workspace_id = :w and workspace_id = :largest and mod(extract(epoch from created_at)::bigint / 40, 20) = 0
                        """)
                .param("w", where.id())
                .param("largest", workspace.id())
                .param("busy", busy)
                .update();
    }
}
