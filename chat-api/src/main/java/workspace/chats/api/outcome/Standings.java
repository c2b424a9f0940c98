package workspace.chats.api.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.events.ReasonCode;

/**
 * The standings of one kind's rows. Reading locks the chat before the row, and chats in the order
 * of their ids, so two batches cannot wait for each other.
 */
final class Standings {

    private static final String LOCK =
            """
            select c.id as chat_id, s.id, s.attempt, s.status, s.reason, s.provider_code, s.simulated
            from unnest(:chats::uuid[], :ids::uuid[]) as wanted(chat_id, id)
            join chat c on c.workspace_id = :workspace and c.id = wanted.chat_id
            join {table} s on s.workspace_id = :workspace and s.id = wanted.id and s.chat_id = c.id
            order by c.id, s.id
            for no key update of c, s
            """;

    private static final String SAVE =
            """
            update {table} s
            set attempt = now.attempt, status = now.status, reason = now.reason,
                provider_code = now.provider_code, simulated = now.simulated,
                updated_at = greatest(s.updated_at, :at)
            from unnest(:ids::uuid[], :attempts::int[], :statuses::text[], :reasons::text[], :codes::text[],
                        :simulated::boolean[]) as now(id, attempt, status, reason, provider_code, simulated)
            where s.workspace_id = :workspace and s.id = now.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String lock;
    private final String save;

    Standings(Kind kind, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lock = LOCK.replace("{table}", kind.table());
        this.save = SAVE.replace("{table}", kind.table());
    }

    /** What is not visible yet is left out. */
    Map<SubjectRef, Standing> lock(UUID workspaceId, Set<SubjectRef> subjects) {
        return jdbc
                .sql(lock)
                .param("workspace", workspaceId)
                .param("chats", subjects.stream().map(SubjectRef::chatId).toArray(UUID[]::new))
                .param("ids", subjects.stream().map(SubjectRef::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(subject(workspaceId, row), standing(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(UUID workspaceId, Map<SubjectRef, Standing> standings) {
        var now = standings.values();
        jdbc.sql(save)
                .param("workspace", workspaceId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", standings.keySet().stream().map(SubjectRef::id).toArray(UUID[]::new))
                .param("attempts", now.stream().map(Standing::attempt).toArray(Integer[]::new))
                .param("statuses", texts(now, standing -> standing.status().code()))
                .param("reasons", texts(now, Standings::reason))
                .param("codes", texts(now, Standing::providerCode))
                .param("simulated", now.stream().map(Standing::simulated).toArray(Boolean[]::new))
                .update();
    }

    private static SubjectRef subject(UUID workspaceId, ResultSet row) throws SQLException {
        return new SubjectRef(
                workspaceId, row.getObject("chat_id", UUID.class), row.getObject("id", UUID.class));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return new Standing(
                row.getInt("attempt"),
                Status.of(row.getString("status")),
                reason == null ? null : ReasonCode.of(reason),
                row.getString("provider_code"),
                row.getBoolean("simulated"));
    }

    private static @Nullable String reason(Standing standing) {
        var reason = standing.reason();
        return reason == null ? null : reason.code();
    }

    private static @Nullable String[] texts(
            Collection<Standing> standings, Function<Standing, @Nullable String> text) {
        return standings.stream().map(text).toArray(String[]::new);
    }
}
