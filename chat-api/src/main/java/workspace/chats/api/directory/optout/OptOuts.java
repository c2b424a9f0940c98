package workspace.chats.api.directory.optout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.access.Scope;
import workspace.chats.api.directory.Addresses;
import workspace.chats.api.directory.entry.Draft;
import workspace.chats.api.directory.entry.Entries;
import workspace.chats.api.directory.entry.Rows;
import workspace.chats.api.problem.Flaw;

/** Who has opted out of what. The services that send are told of each one added and removed. */
@Repository
class OptOuts implements Entries<OptOutEntry> {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Rows<OptOutEntry> rows;
    private final Senders senders;
    private final OptOutNews news;
    private final Clock clock;

    OptOuts(JdbcClient jdbc, Senders senders, OptOutNews news, Clock clock) {
        this.senders = senders;
        this.news = news;
        this.clock = clock;
        rows =
                new Rows<>(
                        jdbc,
                        "opt_out",
                        List.of("sender_id", "address", "since"),
                        (row, index) -> entry(row),
                        OptOuts::values);
    }

    /** Whether the workspace has that number or inbox. */
    @Transactional(readOnly = true)
    public boolean knowsSender(UUID workspaceId, UUID id) {
        return senders.has(workspaceId, id);
    }

    @Override
    public Rows<OptOutEntry> rows() {
        return rows;
    }

    @Override
    public Scope keepers() {
        return Scope.CHATS_WRITE;
    }

    @Override
    public OptOutEntry blank(UUID id) {
        return new OptOutEntry(id, NOBODY, "", clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public OptOutEntry edited(UUID workspaceId, OptOutEntry before, Draft draft) {
        var senderId = draft.required("senderId", draft.fields().id("senderId"), NOBODY);
        var sender = senders.find(workspaceId, senderId);
        if (sender.isEmpty() && !senderId.equals(NOBODY)) {
            draft.refuse("senderId", Flaw.UNKNOWN);
        }
        var address =
                sender.isEmpty() || sender.get().isPhone()
                        ? draft.phone("address", null)
                        : draft.mailbox("address", null);
        return new OptOutEntry(
                before.id(),
                senderId,
                Addresses.comparable(draft.required("address", address, "")),
                before.since());
    }

    @Override
    public String unique() {
        return "address";
    }

    @Override
    public void onAdded(UUID workspaceId, OptOutEntry entry) {
        var sender = senders.find(workspaceId, entry.senderId());
        news.optedOut(workspaceId, entry, sender.orElseThrow());
    }

    /** Its sender may have gone before the opt-out was reported: then there is nobody to tell. */
    @Override
    public void onRemoved(UUID workspaceId, OptOutEntry entry) {
        senders.find(workspaceId, entry.senderId())
                .ifPresent(sender -> news.optedIn(workspaceId, entry, sender));
    }

    private static OptOutEntry entry(ResultSet row) throws SQLException {
        return new OptOutEntry(
                row.getObject("id", UUID.class),
                row.getObject("sender_id", UUID.class),
                row.getString("address"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Object[] values(OptOutEntry entry) {
        return new Object[] {
            entry.senderId(), entry.address(), entry.since().atOffset(ZoneOffset.UTC)
        };
    }
}
