package workspace.chats.api.chat.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down new messages. */
@Repository
class NewMessages {

    // the row lock puts the messages of one chat in order: the same in their times, in the chat's
    // versions and so in the order in which they are sent
    private static final String COUNT =
            """
            update chat
            set messages_total = messages_total + 1, messages_inbound = messages_inbound + :inbound,
                messages_outbound = messages_outbound + 1 - :inbound, messages_failed = messages_failed + :failed,
                needs_response = needs_response or :failed = 1,
                revision = revision + (:failed = 1 and not needs_response)::int,
                phone_number_id = coalesce(phone_number_id, :number), inbox_id = coalesce(inbox_id, :inbox),
                version = version + 1, updated_at = greatest(updated_at + interval '1 microsecond', :now)
            where workspace_id = :workspace and id = :chat
            returning version, updated_at
            """;

    private static final String WRITE =
            """
            insert into message (workspace_id, id, chat_id, direction, author_member_id, text, status, reason, expires_at,
                                 created_at, updated_at)
            values (:workspace, :id, :chat, :direction, :author, :text, :status, :reason, :expires, :at, :at)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    NewMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the message stands in its chat: the chat's version with it, and its time. */
    record Place(long version, Instant at) {}

    /** The chat's row is locked from here to the end of the caller's transaction. */
    Place count(NewMessage message) {
        var chat = message.correspondence();
        return jdbc.sql(COUNT)
                .param("workspace", chat.workspaceId())
                .param("chat", chat.chatId())
                .param(
                        "inbound",
                        switch (message.direction()) {
                            case INBOUND -> 1;
                            case OUTBOUND -> 0;
                        })
                .param("failed", message.hasFailed() ? 1 : 0)
                .param(
                        "number",
                        chat.phoneNumber() == null ? null : chat.phoneNumber().id(),
                        java.sql.Types.OTHER)
                .param(
                        "inbox",
                        chat.inbox() == null ? null : chat.inbox().id(),
                        java.sql.Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(NewMessages::place)
                .single();
    }

    /** {@code expiresAt} counts only for a message that is to be sent. */
    void write(NewMessage message, Instant at, @Nullable Instant expiresAt) {
        var reason = message.reason();
        jdbc.sql(WRITE)
                .param("workspace", message.correspondence().workspaceId())
                .param("id", message.id())
                .param("chat", message.correspondence().chatId())
                .param("direction", word(message.direction()))
                .param("author", message.authorId())
                .param("text", message.text())
                .param("status", word(message.status()))
                .param("reason", reason == null ? null : reason.code())
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getLong("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
