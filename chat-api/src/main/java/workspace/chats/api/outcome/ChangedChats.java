package workspace.chats.api.outcome;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chats that steps change; whoever saves them holds their locks. */
@Repository
class ChangedChats {

    private static final String SAVE =
            """
            update chat c
            set version = c.version + change.steps,
                messages_failed = c.messages_failed + change.failed,
                needs_response = c.needs_response or change.error,
                revision = c.revision + (change.error and not c.needs_response)::int,
                updated_at = greatest(c.updated_at, :at)
            from unnest(:ids::uuid[], :steps::int[], :failed::int[], :errors::boolean[])
                as change(id, steps, failed, error)
            where c.workspace_id = :workspace and c.id = change.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangedChats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void save(UUID workspaceId, Collection<ChatChange> changes) {
        jdbc.sql(SAVE)
                .param("workspace", workspaceId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", changes.stream().map(ChatChange::chatId).toArray(UUID[]::new))
                .param("steps", changes.stream().map(ChatChange::steps).toArray(Integer[]::new))
                .param(
                        "failed",
                        changes.stream().map(ChatChange::failedMoved).toArray(Integer[]::new))
                .param(
                        "errors",
                        changes.stream().map(ChatChange::errorAppeared).toArray(Boolean[]::new))
                .update();
    }
}
