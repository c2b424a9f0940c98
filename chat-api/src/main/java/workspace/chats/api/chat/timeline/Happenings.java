package workspace.chats.api.chat.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.chat.Key;
import workspace.chats.api.page.Cursor;
import workspace.chats.api.page.PageRequest;
import workspace.chats.api.timeline.What;

/** Everything that happened to chats. */
@Repository
class Happenings {

    // each branch reads no more than a page, along its own index
    private static final String OLDEST =
            """
            select * from (
                select created_at as at, 0 as rank, id, 'chat_created' as what, owner_member_id as member_id,
                       null::uuid as subject_id, null::int as attempt, null as status, null as reason
                from chat
                where workspace_id = :workspace and id = :chat and (created_at, 0, id) > (:at, :rank, :id)
                union all
                (select created_at, 1, id, 'message_created', author_member_id, id, null, null, null
                 from message
                 where workspace_id = :workspace and chat_id = :chat
                   and created_at >= :at and (created_at, 1, id) > (:at, :rank, :id)
                 order by created_at, id limit :limit)
                union all
                (select created_at, 1, id, 'call_created', null, id, null, null, null
                 from phone_call
                 where workspace_id = :workspace and chat_id = :chat
                   and created_at >= :at and (created_at, 1, id) > (:at, :rank, :id)
                 order by created_at, id limit :limit)
                union all
                (select at, 2, id, what, member_id, subject_id, attempt, status, reason
                 from chat_step
                 where workspace_id = :workspace and chat_id = :chat
                   and at >= :at and (at, 2, id) > (:at, :rank, :id)
                 order by at, id limit :limit)
            ) as happening
            order by at, rank, id
            limit :limit
            """;

    private final JdbcClient jdbc;

    Happenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first; one more than the limit when there are more. */
    @Transactional(readOnly = true)
    List<Happening> of(Key chat, PageRequest request) {
        var after = request.after();
        return jdbc.sql(OLDEST)
                .param("workspace", chat.workspaceId())
                .param("chat", chat.id())
                .param(
                        "at",
                        after == null ? OffsetDateTime.MIN : after.at().atOffset(ZoneOffset.UTC))
                .param("rank", after == null ? 0 : after.rank())
                .param("id", after == null ? new UUID(0, 0) : after.id())
                .param("limit", request.limit() + 1)
                .query(Happenings::read)
                .list();
    }

    static Cursor cursor(Happening last) {
        return new Cursor(last.at(), last.rank(), last.id());
    }

    private static Happening read(ResultSet row, int number) throws SQLException {
        return new Happening(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("rank"),
                What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                row.getObject("member_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getObject("attempt", Integer.class),
                row.getString("status"),
                row.getString("reason"));
    }
}
