package workspace.chats.api.directory.sender;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.directory.entry.Draft;
import workspace.chats.api.directory.entry.Entries;
import workspace.chats.api.directory.entry.Rows;

/**
 * The phone numbers of workspaces. The number itself stays as it is: another one is another entry.
 */
@Repository
class Numbers implements Entries<NumberEntry> {

    private final Rows<NumberEntry> rows;

    Numbers(JdbcClient jdbc) {
        rows =
                new Rows<>(
                        jdbc,
                        "phone_number",
                        List.of("e164", "label", "sms", "voice", "rate_per_second"),
                        (row, index) -> entry(row),
                        Numbers::values);
    }

    @Override
    public Rows<NumberEntry> rows() {
        return rows;
    }

    @Override
    public NumberEntry blank(UUID id) {
        return new NumberEntry(id, "", "", true, true, 1);
    }

    @Override
    public NumberEntry edited(UUID workspaceId, NumberEntry before, Draft draft) {
        return new NumberEntry(
                before.id(),
                draft.once("e164", before.e164(), draft.phone("e164", before.e164())),
                draft.name("label", 200, before.label()),
                draft.flag("sms", before.sms()),
                draft.flag("voice", before.voice()),
                draft.rate("ratePerSecond", before.ratePerSecond()));
    }

    /** In the whole installation: what a number receives has to have one owner. */
    @Override
    public String unique() {
        return "e164";
    }

    private static NumberEntry entry(ResultSet row) throws SQLException {
        return new NumberEntry(
                row.getObject("id", UUID.class),
                row.getString("e164"),
                row.getString("label"),
                row.getBoolean("sms"),
                row.getBoolean("voice"),
                row.getDouble("rate_per_second"));
    }

    private static @Nullable Object[] values(NumberEntry entry) {
        return new Object[] {
            entry.e164(), entry.label(), entry.sms(), entry.voice(), entry.ratePerSecond()
        };
    }
}
