package workspace.chats.api.chat.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.chat.Key;
import workspace.chats.api.directory.Inbox;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.MemberKind;
import workspace.chats.api.directory.PhoneNumber;
import workspace.chats.events.Channel;

/** Looks up in one round trip between whom the messages of a chat go. */
@Repository
public class Correspondences {

    // a sender that cannot serve the channel counts as none, as it does in a create
    private static final String FIND =
            """
            select c.channel, c.is_test, c.title, w.name as workspace_name, w.texts_per_hour,
                   m.id as member_id, m.kind, m.display_name, m.phone, m.email, m.active,
                   n.id as number_id, n.e164, n.rate_per_second as number_rate,
                   i.id as inbox_id, i.address, i.rate_per_second as inbox_rate
            from chat c
            join workspace w on w.id = c.workspace_id
            join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
            left join workflow f on f.workspace_id = c.workspace_id and f.id = c.workflow_id
            left join lateral (
                select * from phone_number
                where workspace_id = c.workspace_id and sms and c.channel = 'phone-sms'
                  and id in (c.phone_number_id, f.default_phone_number_id, w.default_phone_number_id)
                order by array_position(array[c.phone_number_id, f.default_phone_number_id, w.default_phone_number_id], id)
                limit 1) n on true
            left join lateral (
                select * from inbox_address
                where workspace_id = c.workspace_id and c.channel = 'email'
                  and id in (c.inbox_id, f.default_inbox_id, w.default_inbox_id)
                order by array_position(array[c.inbox_id, f.default_inbox_id, w.default_inbox_id], id)
                limit 1) i on true
            where c.workspace_id = ? and c.id = ?
            """;

    private final JdbcClient jdbc;

    Correspondences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The chat has to be there. */
    public Correspondence of(Key chat) {
        return jdbc.sql(FIND)
                .params(chat.workspaceId(), chat.id())
                .query((row, number) -> correspondence(chat, row))
                .single();
    }

    private static Correspondence correspondence(Key chat, ResultSet row) throws SQLException {
        return new Correspondence(
                chat.workspaceId(),
                chat.id(),
                channel(row.getString("channel")),
                row.getBoolean("is_test"),
                row.getString("title"),
                row.getString("workspace_name"),
                recipient(row),
                phoneNumber(row),
                row.getObject("texts_per_hour", Integer.class),
                inbox(row));
    }

    private static Channel channel(String word) {
        return Channel.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private static Member recipient(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("member_id", UUID.class),
                row.getString("kind").equals("human") ? MemberKind.HUMAN : MemberKind.ASSISTANT,
                row.getString("display_name"),
                row.getString("phone"),
                row.getString("email"),
                row.getBoolean("active"));
    }

    private static @Nullable PhoneNumber phoneNumber(ResultSet row) throws SQLException {
        var id = row.getObject("number_id", UUID.class);
        return id == null
                ? null
                : new PhoneNumber(
                        id, row.getString("e164"), true, false, row.getDouble("number_rate"));
    }

    private static @Nullable Inbox inbox(ResultSet row) throws SQLException {
        var id = row.getObject("inbox_id", UUID.class);
        return id == null
                ? null
                : new Inbox(id, row.getString("address"), row.getDouble("inbox_rate"));
    }
}
