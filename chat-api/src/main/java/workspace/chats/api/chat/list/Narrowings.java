package workspace.chats.api.chat.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.api.problem.Flaw;

/**
 * Whether the workspace has whom and what a list is narrowed to. Another workspace's ids are
 * missing like unknown ones; members who have left and drafts are there.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Narrowings {

    private static final String LOOK_UP =
            """
            select :member is null or exists
                       (select from member where workspace_id = :workspace and id = :member),
                   :assistant is null or exists
                       (select from member where workspace_id = :workspace and id = :assistant),
                   :workflow is null or exists
                       (select from workflow where workspace_id = :workspace and id = :workflow)
            """
                    .replaceAll(":(member|assistant|workflow)\\b", "cast(:$1 as uuid)");

    private final JdbcClient jdbc;

    Narrowings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the workspace does not have. */
    FieldProblems unknown(UUID workspaceId, ChatFilter filter) {
        return filter.namesSomething() ? lookUp(workspaceId, filter) : new FieldProblems();
    }

    private FieldProblems lookUp(UUID workspaceId, ChatFilter filter) {
        return jdbc.sql(LOOK_UP)
                .param("workspace", workspaceId)
                .param("member", filter.memberId(), Types.OTHER)
                .param("assistant", filter.assistantMemberId(), Types.OTHER)
                .param("workflow", filter.workflowId(), Types.OTHER)
                .query((row, index) -> missing(row))
                .single();
    }

    private static FieldProblems missing(ResultSet row) throws SQLException {
        var problems = new FieldProblems();
        note(problems, "memberId", row.getBoolean(1));
        note(problems, "assistantMemberId", row.getBoolean(2));
        note(problems, "workflowId", row.getBoolean(3));
        return problems;
    }

    private static void note(FieldProblems problems, String name, boolean isThere) {
        if (!isThere) {
            problems.add(name, Flaw.UNKNOWN);
        }
    }
}
