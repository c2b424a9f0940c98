package workspace.chats.api.outcome;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.events.DispatchEvent.OptOutReported;
import workspace.chats.messaging.inbox.NotYetVisible;

/**
 * Remembers who wants nothing more from which sender, so that the next create refuses at once. The
 * event names no address: it is the one of the member whom the chat is for.
 */
@Repository
class ReportedOptOuts {

    private static final String VISIBLE =
            "select id from chat where workspace_id = :workspace and id = any (:chats)";

    private static final String SAVE =
            """
            insert into opt_out (workspace_id, sender_id, address, since)
            select c.workspace_id, reported.sender_id, case c.channel when 'email' then m.email else m.phone end as address,
                   min(reported.at)
            from unnest(:chats::uuid[], :senders::uuid[], :times::timestamptz[]) as reported(chat_id, sender_id, at)
            join chat c on c.workspace_id = :workspace and c.id = reported.chat_id
            join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
            where case c.channel when 'email' then m.email else m.phone end is not null
            group by 1, 2, 3
            order by 1, 2, 3
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
        var chats = reported.stream().map(OptOutReported::chatId).toArray(UUID[]::new);
        requireVisible(workspaceId, chats);
        jdbc.sql(SAVE)
                .param("workspace", workspaceId)
                .param("chats", chats)
                .param(
                        "senders",
                        reported.stream().map(OptOutReported::senderId).toArray(UUID[]::new))
                .param(
                        "times",
                        reported.stream().map(it -> it.at().toString()).toArray(String[]::new))
                .update();
    }

    private void requireVisible(UUID workspaceId, UUID[] chats) {
        var visible =
                jdbc.sql(VISIBLE)
                        .param("workspace", workspaceId)
                        .param("chats", chats)
                        .query(UUID.class)
                        .set();
        for (var chat : chats) {
            if (!visible.contains(chat)) {
                throw new NotYetVisible(chat);
            }
        }
    }
}
