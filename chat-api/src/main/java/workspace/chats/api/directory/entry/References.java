package workspace.chats.api.directory.entry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.problem.Flaw;

/**
 * Whether entries may refer to others: only to what the same workspace has. What was found stays
 * until the transaction ends.
 */
@Repository
public class References {

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public @Nullable Flaw toNumber(UUID workspaceId, UUID id) {
        return to("phone_number", workspaceId, id);
    }

    public @Nullable Flaw toInbox(UUID workspaceId, UUID id) {
        return to("inbox_address", workspaceId, id);
    }

    public @Nullable Flaw toAssistant(UUID workspaceId, UUID id) {
        var kind =
                jdbc.sql(
                                """
                                select kind from member where workspace_id = ? and id = ? and active for key share
                                """)
                        .params(workspaceId, id)
                        .query(String.class)
                        .optional();
        if (kind.isEmpty()) {
            return Flaw.UNKNOWN;
        }
        return kind.get().equals("assistant") ? null : Flaw.NOT_AN_ASSISTANT;
    }

    private @Nullable Flaw to(String table, UUID workspaceId, UUID id) {
        var there =
                jdbc.sql(
                                "select 1 from "
                                        + table
                                        + " where workspace_id = ? and id = ? for key share")
                        .params(workspaceId, id)
                        .query(Integer.class)
                        .optional();
        return there.isPresent() ? null : Flaw.UNKNOWN;
    }
}
