package workspace.chats.messaging.outbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventType;

/**
 * The only way to tell others that something happened: a row in the transaction that made it true.
 * Either both are committed or neither; the relay does the rest.
 */
public final class Outbox {

    private static final String INSERT =
            """
            insert into outbox (id, topic, aggregateid, type, source, workspace_id, time, sequence, traceparent, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final Clock clock;
    private final String source;

    Outbox(JdbcTemplate jdbc, EventCodec codec, Clock clock, String source) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.clock = clock;
        this.source = source;
    }

    /**
     * Appends one event. Throws {@link IllegalTransactionStateException} outside a transaction: an
     * event without its fact, or a fact without its event, must not exist.
     */
    public void append(UUID eventId, Event event, long sequence) {
        append(List.of(new OutboxEntry(eventId, event, sequence)));
    }

    /** Appends several events in their order, in one round trip. */
    public void append(Collection<OutboxEntry> entries) {
        requireTransaction();
        if (!entries.isEmpty()) {
            jdbc.batchUpdate(INSERT, entries.stream().map(this::row).toList());
        }
    }

    private Object[] row(OutboxEntry entry) {
        var event = entry.event();
        var type = EventType.of(event);
        return new Object[] {
            entry.eventId(),
            type.topic(),
            event.chatId(),
            type.wireName(),
            source,
            event.workspaceId(),
            clock.instant().atOffset(ZoneOffset.UTC),
            entry.sequence(),
            entry.traceparent(),
            codec.write(event)
        };
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "an event needs the transaction of its fact");
        }
    }
}
