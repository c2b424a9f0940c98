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

/** The inboxes of workspaces. The address itself stays as it is: another one is another entry. */
@Repository
class Inboxes implements Entries<InboxEntry> {

    private final Rows<InboxEntry> rows;

    Inboxes(JdbcClient jdbc) {
        rows =
                new Rows<>(
                        jdbc,
                        "inbox_address",
                        List.of("address", "label", "rate_per_second"),
                        (row, index) -> entry(row),
                        Inboxes::values);
    }

    @Override
    public Rows<InboxEntry> rows() {
        return rows;
    }

    @Override
    public InboxEntry blank(UUID id) {
        return new InboxEntry(id, "", "", 20);
    }

    @Override
    public InboxEntry edited(UUID workspaceId, InboxEntry before, Draft draft) {
        return new InboxEntry(
                before.id(),
                draft.once("address", before.address(), draft.mailbox("address", before.address())),
                draft.name("label", 200, before.label()),
                draft.rate("ratePerSecond", before.ratePerSecond()));
    }

    /** Upper and lower case alike: opt-outs of a mailbox have to have one sender. */
    @Override
    public String unique() {
        return "address";
    }

    private static InboxEntry entry(ResultSet row) throws SQLException {
        return new InboxEntry(
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getString("label"),
                row.getDouble("rate_per_second"));
    }

    private static @Nullable Object[] values(InboxEntry entry) {
        return new Object[] {entry.address(), entry.label(), entry.ratePerSecond()};
    }
}
