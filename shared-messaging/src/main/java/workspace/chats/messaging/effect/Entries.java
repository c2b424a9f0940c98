package workspace.chats.messaging.effect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Sealed;

/** Rows of the table as entries. */
final class Entries {

    private Entries() {}

    static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                effect(row),
                State.of(row.getString("state")),
                row.getLong("version"),
                row.getObject("lease_token", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                sealed(row.getBytes("sealed")),
                row.getString("traceparent"),
                row.getInt("looks"),
                instant(row, "submitted_at"));
    }

    private static Effect effect(ResultSet row) throws SQLException {
        return new Effect(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getObject("chat_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getInt("attempt"),
                Medium.of(row.getString("medium")),
                row.getObject("sender_id", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("simulated"),
                row.getInt("tries"));
    }

    private static @Nullable Sealed sealed(byte @Nullable [] bytes) {
        return bytes == null ? null : new Sealed(Base64.getEncoder().encodeToString(bytes));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
