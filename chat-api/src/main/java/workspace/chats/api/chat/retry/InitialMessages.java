package workspace.chats.api.chat.retry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.api.chat.delivery.Correspondence;
import workspace.chats.events.ReasonCode;

/** The messages that chats were created with. */
@Repository
class InitialMessages {

    // the chat before the message, as outcomes lock them
    private static final String LOCK =
            """
            select m.id, m.attempt, m.status, m.reason, m.text
            from chat c join message m on m.workspace_id = c.workspace_id and m.chat_id = c.id and m.initial
            where c.workspace_id = ? and c.id = ?
            for no key update of c, m
            """;

    private static final String BEGIN =
            """
            update message
            set status = 'pending', reason = null, provider_code = null, simulated = false, attempt = attempt + 1,
                expires_at = :expires, updated_at = greatest(updated_at, :now)
            where workspace_id = :workspace and id = :id
            """;

    private static final String COUNT =
            """
            update chat
            set messages_failed = messages_failed - 1, phone_number_id = coalesce(phone_number_id, :number),
                inbox_id = coalesce(inbox_id, :inbox), version = version + 1, updated_at = greatest(updated_at, :now)
            where workspace_id = :workspace and id = :chat
            returning version
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    InitialMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The message, locked with its chat until the caller's transaction ends. */
    Optional<InitialMessage> lock(Key chat) {
        return jdbc.sql(LOCK)
                .params(chat.workspaceId(), chat.id())
                .query(InitialMessages::read)
                .optional();
    }

    /** Makes a failed message pending as its next attempt; returns the chat's version with it. */
    long begin(InitialMessage failed, Correspondence chat, Instant expiresAt) {
        var now = now().atOffset(ZoneOffset.UTC);
        jdbc.sql(BEGIN)
                .param("workspace", chat.workspaceId())
                .param("id", failed.id())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .param("now", now)
                .update();
        return count(chat, now);
    }

    /** In whole microseconds, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private long count(Correspondence chat, OffsetDateTime now) {
        var number = chat.phoneNumber();
        var inbox = chat.inbox();
        return jdbc.sql(COUNT)
                .param("workspace", chat.workspaceId())
                .param("chat", chat.chatId())
                .param("number", number == null ? null : number.id(), Types.OTHER)
                .param("inbox", inbox == null ? null : inbox.id(), Types.OTHER)
                .param("now", now)
                .query(Long.class)
                .single();
    }

    private static InitialMessage read(ResultSet row, int number) throws SQLException {
        return new InitialMessage(
                row.getObject("id", UUID.class),
                row.getInt("attempt"),
                MessageStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                reason(row.getString("reason")),
                row.getString("text"));
    }

    private static @Nullable ReasonCode reason(@Nullable String code) {
        return code == null ? null : ReasonCode.of(code);
    }
}
