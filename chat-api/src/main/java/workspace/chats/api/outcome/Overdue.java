package workspace.chats.api.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one kind about which nobody reported in time. */
final class Overdue {

    // skips chats that somebody works on just now: either it is a report, or another instance's
    // search
    private static final String FIND =
            """
            select s.workspace_id, s.chat_id, s.id, s.attempt, s.status
            from {table} s
            join chat c on c.workspace_id = s.workspace_id and c.id = s.chat_id
            where s.status in ({open}) and s.expires_at <= :before
            order by s.expires_at
            limit :most
            for no key update of c skip locked
            """;

    private final Kind kind;
    private final JdbcClient jdbc;
    private final String find;

    Overdue(Kind kind, JdbcClient jdbc) {
        this.kind = kind;
        this.jdbc = jdbc;
        this.find = FIND.replace("{table}", kind.table()).replace("{open}", kind.open());
    }

    /** What to say of at most {@code most} of those that expired by {@code before}. */
    List<Report> find(Instant before, int most) {
        return jdbc.sql(find)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
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
}
