package workspace.chats.api.testing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.Confidential;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/** Everything that was ever appended to the outbox, also what the relay has long taken away. */
public final class Announced {

    private static final EventCodec CODEC = new EventCodec();

    private Announced() {}

    /** One outbox row. */
    public record Entry(UUID id, ChatCreated event, long sequence, String traceparent) {

        public Confidential opened(Sealer sealer) {
            return sealer.open(
                    new SealContext(
                            id, EventType.CHAT_CREATED, event.workspaceId(), event.chatId()),
                    Objects.requireNonNull(event.sealed()));
        }
    }

    /** One outbox row of any type. */
    public record Told<E extends Event>(UUID id, E event, long sequence) {

        public Confidential opened(Sealer sealer, Sealed sealed) {
            return sealer.open(
                    new SealContext(id, EventType.of(event), event.workspaceId(), event.chatId()),
                    sealed);
        }
    }

    /** To be called once the tables are there. */
    static void keepAll() {
        var sql = JdbcClient.create(RunningApi.DATABASE.owner());
        sql.sql("create table announced as select * from outbox with no data").update();
        sql.sql(
                        """
                        create function announce() returns trigger language plpgsql security definer as
                        $$ begin insert into announced select new.*; return null; end $$
                        """)
                .update();
        sql.sql(
                        """
                        create trigger announce after insert on outbox for each row execute function announce()
                        """)
                .update();
    }

    public static List<Entry> about(UUID chat) {
        return JdbcClient.create(RunningApi.DATABASE.owner())
                .sql(
                        """
                        select id, payload, sequence, traceparent from announced
                        where aggregateid = ? and type = ? order by position
                        """)
                .params(chat, EventType.CHAT_CREATED.wireName())
                .query((row, i) ->
                        new Entry(
                                row.getObject(1, UUID.class),
                                chatCreated(row.getBytes(2)),
                                row.getLong(3),
                                row.getString(4)))
                .list();
    }

    /** Of one type only, in their order. */
    public static <E extends Event> List<Told<E>> about(UUID chat, EventType type, Class<E> as) {
        return JdbcClient.create(RunningApi.DATABASE.owner())
                .sql(
                        """
                        select id, payload, sequence from announced
                        where aggregateid = ? and type = ? order by position
                        """)
                .params(chat, type.wireName())
                .query((row, i) ->
                        new Told<>(
                                row.getObject(1, UUID.class),
                                as.cast(CODEC.read(type, row.getBytes(2))),
                                row.getLong(3)))
                .list();
    }

    private static ChatCreated chatCreated(byte[] payload) {
        return (ChatCreated) CODEC.read(EventType.CHAT_CREATED, payload);
    }
}
