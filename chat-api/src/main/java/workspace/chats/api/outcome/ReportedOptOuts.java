package workspace.chats.api.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.directory.Addresses;
import workspace.chats.events.DispatchEvent.OptOutReported;
import workspace.chats.messaging.inbox.NotYetVisible;

/**
 * Remembers who wants nothing more from which sender, so that the next create refuses at once. The
 * event names no address: it is the one of the member whom the chat is for.
 */
@Repository
class ReportedOptOuts {

    private static final String RECIPIENTS =
            """
            select c.id, c.channel, m.phone, m.email
            from chat c
            join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
            where c.workspace_id = :workspace and c.id = any (:chats)
            """;

    private static final String SAVE =
            """
            insert into opt_out (workspace_id, sender_id, address, since)
            select :workspace, reported.*
            from unnest(:senders::uuid[], :addresses::text[], :times::timestamptz[]) as reported(sender, address, at)
            where reported.address is not null
            order by sender, address, at
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    ReportedOptOuts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Throws {@link NotYetVisible} when one is about a chat that is not there yet. */
    void save(List<OptOutReported> reported) {
        reported.stream()
                .collect(
                        Collectors.groupingBy(
                                OptOutReported::workspaceId, TreeMap::new, Collectors.toList()))
                .forEach(this::saveIn);
    }

    private void saveIn(UUID workspaceId, List<OptOutReported> reported) {
        var addresses = addresses(workspaceId, reported);
        jdbc.sql(SAVE)
                .param("workspace", workspaceId)
                .param(
                        "senders",
                        reported.stream().map(OptOutReported::senderId).toArray(UUID[]::new))
                .param(
                        "addresses",
                        reported.stream().map(it -> address(it, addresses)).toArray(String[]::new))
                .param(
                        "times",
                        reported.stream().map(it -> it.at().toString()).toArray(String[]::new))
                .update();
    }

    private Map<UUID, Optional<String>> addresses(UUID workspaceId, List<OptOutReported> reported) {
        var addresses = new HashMap<UUID, Optional<String>>();
        jdbc.sql(RECIPIENTS)
                .param("workspace", workspaceId)
                .param("chats", reported.stream().map(OptOutReported::chatId).toArray(UUID[]::new))
                .query(row -> {
                    addresses.put(row.getObject("id", UUID.class), address(row));
                });
        return addresses;
    }

    /** As a create looks it up. */
    private static Optional<String> address(ResultSet chat) throws SQLException {
        return chat.getString("channel").equals("email")
                ? Addresses.mailbox(chat.getString("email")).map(Addresses::comparable)
                : Addresses.e164(chat.getString("phone"));
    }

    private static @Nullable String address(
            OptOutReported reported, Map<UUID, Optional<String>> addresses) {
        var address = addresses.get(reported.chatId());
        if (address == null) {
            throw new NotYetVisible(reported.chatId());
        }
        return address.orElse(null);
    }
}
