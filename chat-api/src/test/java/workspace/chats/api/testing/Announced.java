package workspace.chats.api.testing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.Confidential;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventType;
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
                        where aggregateid = ? order by position
                        """)
                .param(chat)
                .query((row, i) ->
                        new Entry(
                                row.getObject(1, UUID.class),
                                chatCreated(row.getBytes(2)),
                                row.getLong(3),
                                row.getString(4)))
                .list();
    }

    private static ChatCreated chatCreated(byte[] payload) {
        return (ChatCreated) CODEC.read(EventType.CHAT_CREATED, payload);
    }
}
