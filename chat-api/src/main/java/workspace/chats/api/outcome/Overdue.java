package workspace.chats.api.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one kind about which nobody reported in time. */
final class Overdue {

    private static final String FIND =
            "select * from overdue_{table}(:before, :unknownBefore, :most)";

    // skips chats that somebody works on just now: either it is a report, or another instance's
    // search
    private static final String LOCK =
            """
            select s.workspace_id, s.chat_id, s.id, s.attempt, s.status
            from unnest(:workspaces::uuid[], :ids::uuid[]) as overdue(workspace_id, id)
            join {table} s on s.workspace_id = overdue.workspace_id and s.id = overdue.id
            join chat c on c.workspace_id = s.workspace_id and c.id = s.chat_id
            where s.status in ({open}) and s.expires_at <= :before
              and (s.status <> 'unknown' or s.updated_at <= :unknownBefore)
            for no key update of c skip locked
            """;

    private final Kind kind;
    private final JdbcClient jdbc;
    private final Duration lookedFor;
    private final String find;
    private final String lock;

    /**
     * @param lookedFor how long an unknown outcome is looked for: its silence counts from then on
     */
    Overdue(Kind kind, JdbcClient jdbc, Duration lookedFor) {
        this.kind = kind;
        this.jdbc = jdbc;
        this.lookedFor = lookedFor;
        this.find = FIND.replace("{table}", kind.table());
        this.lock = LOCK.replace("{table}", kind.table()).replace("{open}", kind.open());
    }

    /**
     * Of all workspaces, whichever are open: at most {@code most} of what expired by then, and was
     * no longer looked for.
     */
    List<SubjectRef> find(Instant before, int most) {
        return jdbc.sql(find)
                .param("before", time(before))
                .param("unknownBefore", time(before.minus(lookedFor)))
                .param("most", most)
                .query(SubjectRef.class)
                .list();
    }

    /** What to say of those that are still overdue; their chats are locked. */
    List<Report> lock(List<SubjectRef> found, Instant before) {
        return jdbc.sql(lock)
                .param("workspaces", ids(found, SubjectRef::workspaceId))
                .param("ids", ids(found, SubjectRef::id))
                .param("before", time(before))
                .param("unknownBefore", time(before.minus(lookedFor)))
                .query((row, number) -> givenUp(row))
                .list();
    }

    private Report givenUp(ResultSet row) throws SQLException {
        var subject =
                new SubjectRef(
                        row.getObject("workspace_id", UUID.class),
                        row.getObject("chat_id", UUID.class),
                        row.getObject("id", UUID.class));
        var standing = Standing.of(row.getInt("attempt"), Status.of(row.getString("status")));
        return new Report(subject, standing.givenUp(kind.expired()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static UUID[] ids(List<SubjectRef> subjects, Function<SubjectRef, UUID> id) {
        return subjects.stream().map(id).toArray(UUID[]::new);
    }
}
