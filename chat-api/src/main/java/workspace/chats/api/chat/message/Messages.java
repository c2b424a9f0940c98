package workspace.chats.api.chat.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.chat.Direction;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.api.page.PageRequest;
import workspace.chats.events.ReasonCode;

/** All messages as clients see them. */
@Repository
class Messages {

    private static final String COLUMNS =
            """
            select id, direction, author_member_id, text, status, reason, attempt, simulated, initial, created_at, updated_at
            from message
            """;

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; one more than the limit when there are more. */
    @Transactional(readOnly = true)
    List<MessageResponse> of(Key chat, PageRequest request) {
        var after = request.after();
        return jdbc.sql(
                        COLUMNS
                                + """
                                where workspace_id = :workspace and chat_id = :chat
                                  and (created_at, id) < (:at, :id)
                                order by created_at desc, id desc
                                limit :limit
                                """)
                .param("workspace", chat.workspaceId())
                .param("chat", chat.id())
                .param(
                        "at",
                        after == null ? OffsetDateTime.MAX : after.at().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? new UUID(-1, -1) : after.id())
                .param("limit", request.limit() + 1)
                .query(Messages::read)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<MessageResponse> find(Key message) {
        return jdbc.sql(COLUMNS + "where workspace_id = ? and id = ?")
                .params(message.workspaceId(), message.id())
                .query(Messages::read)
                .optional();
    }

    private static MessageResponse read(ResultSet row, int number) throws SQLException {
        return new MessageResponse(
                row.getObject("id", UUID.class),
                Direction.valueOf(constant(row, "direction")),
                row.getObject("author_member_id", UUID.class),
                row.getString("text"),
                MessageStatus.valueOf(constant(row, "status")),
                reason(row.getString("reason")),
                row.getInt("attempt"),
                row.getBoolean("simulated"),
                row.getBoolean("initial"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static String constant(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static @Nullable ReasonCode reason(@Nullable String code) {
        return code == null ? null : ReasonCode.of(code);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
