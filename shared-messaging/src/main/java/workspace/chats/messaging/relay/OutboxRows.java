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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.events.EventMeta;

/** The outbox as the relay sees it. */
final class OutboxRows {

    /** Counting stops here: more is too much anyhow, and counting must stay cheap. */
    private static final int COUNTED = 100_000;

    private static final int WAITING_AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes what Kafka has acknowledged, in one statement; returns what was there. */
    List<UUID> delete(Collection<UUID> acknowledged) {
        return jdbc.sql(
                        """
                        delete from outbox using unnest(cast(? as uuid[])) as gone (id)
                        where outbox.id = gone.id returning outbox.id
                        """)
                .param(array(acknowledged.stream()))
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

    /** The first 10,000 that are there now. */
    List<UUID> waiting() {
        return jdbc.sql("select id from outbox order by position limit ?")
                .param(WAITING_AT_ONCE)
                .query(UUID.class)
                .list();
    }

    /** What is still there of those, in the order of their insertion. */
    List<OutboxRow> leftOf(Collection<UUID> ids, int atMost) {
        return jdbc.sql(
                        """
                        select outbox.* from unnest(cast(? as uuid[])) as wanted (id)
                        join outbox on outbox.id = wanted.id order by position limit ?
                        """)
                .param(array(ids.stream()))
                .param(atMost)
                .query((row, at) -> row(row))
                .list();
    }

    /** What else is there of their chats and was inserted before them, in that order. */
    List<OutboxRow> earlierThan(Collection<OutboxRow> batch) {
        var last =
                batch.stream()
                        .collect(
                                Collectors.toMap(
                                        OutboxRow::chatId, OutboxRow::position, Math::max));
        return jdbc.sql(
                        """
                        select outbox.* from unnest(cast(? as uuid[]), cast(? as bigint[])) as last (chat, position)
                        join outbox on aggregateid = last.chat and outbox.position < last.position
                        where not exists (select from unnest(cast(? as uuid[])) as own (id) where own.id = outbox.id)
                        order by outbox.position
                        """)
                .param(array(last.keySet().stream()))
                .param(array(last.values().stream()))
                .param(array(batch.stream().map(OutboxRow::id)))
                .query((row, at) -> row(row))
                .list();
    }

    /**
     * To be unnested: as a condition it would be read anew for each row, when the plan goes through
     * all of them.
     */
    private static String array(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(",", "{", "}"));
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
                row.getLong("position"),
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
