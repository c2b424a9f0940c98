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
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.inbox.NotYetVisible;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/**
 * Remembers who wants nothing more from which sender, so that the next create refuses at once, and
 * since when by the latest word: an opt-in has to come after all of them. An event that names no
 * address, as they once did, is about that of the member whom the chat is for.
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
            select :workspace, sender, address, max(at)
            from unnest(:senders::uuid[], :addresses::text[], :times::timestamptz[]) as reported(sender, address, at)
            where address is not null
            group by sender, address
            order by sender, address
            on conflict (workspace_id, sender_id, address) do update
               set since = excluded.since where opt_out.since < excluded.since
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    ReportedOptOuts(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * Throws {@link NotYetVisible} when one that does not say its address is about a chat that is
     * not there yet.
     */
    void save(List<ReceivedEvent> received) {
        received.stream()
                .map(this::word)
                .collect(
                        Collectors.groupingBy(
                                word -> word.said.workspaceId(), TreeMap::new, Collectors.toList()))
                .forEach(this::saveIn);
    }

    private Word word(ReceivedEvent received) {
        var said = (OptOutReported) received.event();
        return new Word(said, address(received.meta(), said.sealed()));
    }

    private Optional<String> address(EventMeta meta, @Nullable Sealed sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        var type = EventType.OPT_OUT_REPORTED;
        var context = new SealContext(meta.origin(), type, meta.workspaceId(), meta.chatId());
        return sealer.open(context, sealed).recipient().map(Addresses::comparable);
    }

    private void saveIn(UUID workspaceId, List<Word> words) {
        var addresses = addresses(workspaceId, words);
        jdbc.sql(SAVE)
                .param("workspace", workspaceId)
                .param("senders", words.stream().map(it -> it.said.senderId()).toArray(UUID[]::new))
                .param(
                        "addresses",
                        words.stream().map(it -> address(it, addresses)).toArray(String[]::new))
                .param(
                        "times",
                        words.stream().map(it -> it.said.at().toString()).toArray(String[]::new))
                .update();
    }

    /** Of the members whom the chats are for, as far as they are needed. */
    private Map<UUID, Optional<String>> addresses(UUID workspaceId, List<Word> words) {
        var chats =
                words.stream()
                        .filter(word -> word.address.isEmpty())
                        .map(word -> word.said.chatId())
                        .toArray(UUID[]::new);
        var addresses = new HashMap<UUID, Optional<String>>();
        jdbc.sql(RECIPIENTS)
                .param("workspace", workspaceId)
                .param("chats", chats)
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

    private static @Nullable String address(Word word, Map<UUID, Optional<String>> addresses) {
        if (word.address.isPresent()) {
            return word.address.get();
        }
        var address = addresses.get(word.said.chatId());
        if (address == null) {
            throw new NotYetVisible(word.said.chatId());
        }
        return address.orElse(null);
    }

    /** What was said, and of which address if it says so. */
    private record Word(OptOutReported said, Optional<String> address) {
        @Override
        public String toString() {
            return "Word[" + said.messageId() + "]";
        }
    }
}
