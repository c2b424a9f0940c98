package workspace.chats.messaging.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which events a consumer has worked on. */
final class SeenEvents {

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    SeenEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers the events and returns those that were new. Another transaction that works on the
     * same event right now is waited for. Sorted, so that two such transactions do not block each
     * other crosswise.
     */
    Set<UUID> remember(String consumer, Collection<UUID> events) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                insert into inbox (consumer, event_id)
                                select :consumer, id from unnest(cast(:events as uuid[])) id order by id
                                on conflict do nothing returning event_id
                                """)
                        .param("consumer", consumer)
                        .param(
                                "events",
                                events.stream()
                                        .map(UUID::toString)
                                        .collect(Collectors.joining(",", "{", "}")))
                        .query(UUID.class)
                        .list());
    }

    /** Forgets some of what is older; returns true when there may be more of it. */
    boolean forgetSome(Instant olderThan) {
        var forgotten =
                jdbc.sql(
                                """
                                delete from inbox where ctid = any(array(
                                    select ctid from inbox where received_at < ? limit ?))
                                """)
                        .param(Timestamp.from(olderThan))
                        .param(FORGOTTEN_AT_ONCE)
                        .update();
        return forgotten == FORGOTTEN_AT_ONCE;
    }
}
