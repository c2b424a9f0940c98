package workspace.chats.messaging.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.events.EventMeta;

/** The outbox as the relay sees it. */
final class OutboxRows {

    /** Counting stops here: more is too much anyhow, and counting must stay cheap. */
    private static final int COUNTED = 100_000;

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes what Kafka has acknowledged, in one statement; returns what was there. */
    List<UUID> delete(Collection<UUID> acknowledged) {
        return jdbc.sql("delete from outbox where id = any(cast(? as uuid[])) returning id")
                .param(
                        acknowledged.stream()
                                .map(UUID::toString)
                                .collect(Collectors.joining(",", "{", "}")))
                .query(UUID.class)
                .list();
    }

    /** The first of those inserted before that moment, in the order of their insertion. */
    List<OutboxRow> insertedBefore(Instant moment, int atMost) {
        return jdbc.sql("select * from outbox where created_at < ? order by position limit ?")
                .param(Timestamp.from(moment))
                .param(atMost)
                .query((row, at) -> row(row))
                .list();
    }

    /** By the database's clock, which also says when a row was inserted. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
    }

    Backlog backlog() {
        return jdbc.sql(
                        """
                        select count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)
                        from (select created_at from outbox limit ?) waiting
                        """)
                .param(COUNTED)
                .query((row, at) ->
                        new Backlog(
                                row.getLong(1),
                                Duration.ofMillis((long) (row.getDouble(2) * 1000))))
                .single();
    }

    /** Rows that wait, counted up to 100,000, and the age of the oldest of them. */
    record Backlog(long rows, Duration oldest) {}

    private static OutboxRow row(ResultSet row) throws SQLException {
        return OutboxRow.of(
                row.getString("topic"),
                new EventMeta(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getString("source"),
                        row.getObject("workspace_id", UUID.class),
                        row.getObject("aggregateid", UUID.class),
                        row.getObject("time", OffsetDateTime.class).toInstant(),
                        row.getLong("sequence"),
                        row.getString("traceparent")),
                row.getBytes("payload"));
    }
}
