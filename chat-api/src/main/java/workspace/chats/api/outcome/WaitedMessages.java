package workspace.chats.api.outcome;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.messaging.wall.OpenWorkspaces;

/** The messages that somebody waits for, of all workspaces at once. */
@Repository
class WaitedMessages {

    private static final String SETTLED =
            """
            select m.workspace_id, m.chat_id, m.id
            from unnest(:workspaces::uuid[], :messages::uuid[]) as waited(workspace_id, id)
            join message m on m.workspace_id = waited.workspace_id and m.id = waited.id
            where m.status not in ('pending', 'unknown')
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    WaitedMessages(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Set<SubjectRef> settledAmong(Set<SubjectRef> waited) {
        return OpenWorkspaces.callWith(
                waited.stream().map(SubjectRef::workspaceId).toList(),
                () -> transaction.execute(_ -> settled(waited)));
    }

    private Set<SubjectRef> settled(Set<SubjectRef> waited) {
        return jdbc.sql(SETTLED)
                .param("workspaces", ids(waited, SubjectRef::workspaceId))
                .param("messages", ids(waited, SubjectRef::id))
                .query(SubjectRef.class)
                .set();
    }

    private static UUID[] ids(Collection<SubjectRef> waited, Function<SubjectRef, UUID> id) {
        return waited.stream().map(id).toArray(UUID[]::new);
    }
}
