package workspace.chats.api.chat.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.chat.Key;
import workspace.chats.api.page.PageRequest;
import workspace.chats.events.CallStatus;
import workspace.chats.events.ReasonCode;

/** All outbound calls as clients see them. */
@Repository
class PhoneCalls {

    private static final String NEWEST =
            """
            select id, status, reason, attempt, simulated, created_at, updated_at
            from phone_call
            where workspace_id = :workspace and chat_id = :chat and (created_at, id) < (:at, :id)
            order by created_at desc, id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    PhoneCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; one more than the limit when there are more. */
    @Transactional(readOnly = true)
    List<PhoneCallResponse> of(Key chat, PageRequest request) {
        var after = request.after();
        return jdbc.sql(NEWEST)
                .param("workspace", chat.workspaceId())
                .param("chat", chat.id())
                .param(
                        "at",
                        after == null ? OffsetDateTime.MAX : after.at().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? new UUID(-1, -1) : after.id())
                .param("limit", request.limit() + 1)
                .query(PhoneCalls::read)
                .list();
    }

    private static PhoneCallResponse read(ResultSet row, int number) throws SQLException {
        return new PhoneCallResponse(
                row.getObject("id", UUID.class),
                CallStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                reason(row.getString("reason")),
                row.getInt("attempt"),
                row.getBoolean("simulated"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static @Nullable ReasonCode reason(@Nullable String code) {
        return code == null ? null : ReasonCode.of(code);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
