package workspace.chats.api.chat;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.events.Channel;
import workspace.chats.events.Role;

/**
 * What belongs to chats: who takes part, first messages, latest calls; each in one query, however
 * many chats, and in none when no chat can have it.
 */
@Repository
class Belongings {

    private final EntityManager entities;
    private final JdbcClient jdbc;

    Belongings(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /** The chats with what belongs to them, in their order. */
    List<ChatSnapshot> of(UUID workspaceId, List<Chat> chats) {
        var participants = participants(workspaceId, ids(chats, Channel.values()));
        var messages = messages(workspaceId, ids(chats, Channel.PHONE_SMS, Channel.EMAIL));
        var calls = calls(workspaceId, ids(chats, Channel.PHONE_VOICE));
        return chats.stream()
                .map(chat ->
                        new ChatSnapshot(
                                chat,
                                participants.getOrDefault(chat.id(), List.of()),
                                messages.get(chat.id()),
                                calls.get(chat.id())))
                .toList();
    }

    private Map<UUID, List<Attendee>> participants(UUID workspaceId, List<UUID> chats) {
        return jdbc
                .sql(
                        """
                        select p.chat_id, p.id, p.member_id, upper(p.role) as role, m.display_name
                        from participant p
                        join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
                        where p.workspace_id = ? and p.chat_id = any(?)
                        order by p.chat_id, p.position
                        """)
                .params(workspaceId, chats.toArray(UUID[]::new))
                .query(Seated.class)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Seated::chatId,
                                Collectors.mapping(Seated::attendee, Collectors.toList())));
    }

    private Map<UUID, Message> messages(UUID workspaceId, List<UUID> chats) {
        return byChat(
                workspaceId,
                chats,
                Message.class,
                "select m from Message m where m.workspaceId = :workspaceId and m.chatId in :chats and m.initial",
                Message::chatId);
    }

    private Map<UUID, PhoneCall> calls(UUID workspaceId, List<UUID> chats) {
        return byChat(
                workspaceId,
                chats,
                PhoneCall.class,
                """
                select c from PhoneCall c where c.workspaceId = :workspaceId and c.chatId in :chats
                and not exists (
                    select 1 from PhoneCall later where later.workspaceId = c.workspaceId and later.chatId = c.chatId
                    and (later.createdAt > c.createdAt or later.createdAt = c.createdAt and later.id > c.id))
                """,
                PhoneCall::chatId);
    }

    private <T> Map<UUID, T> byChat(
            UUID workspaceId,
            List<UUID> chats,
            Class<T> type,
            String query,
            Function<T, UUID> chatOf) {
        if (chats.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(query, type)
                .setParameter("workspaceId", workspaceId)
                .setParameter("chats", chats)
                .getResultStream()
                .collect(Collectors.toMap(chatOf, Function.identity()));
    }

    private static List<UUID> ids(Collection<Chat> chats, Channel... channels) {
        var wanted = Arrays.asList(channels);
        return chats.stream()
                .filter(chat -> wanted.contains(chat.channel()))
                .map(Chat::id)
                .toList();
    }

    /** A participant and the chat he takes part in. */
    private record Seated(UUID chatId, UUID id, UUID memberId, Role role, String displayName) {
        Attendee attendee() {
            return new Attendee(id, memberId, role, displayName);
        }

        @Override
        public String toString() {
            return "Seated[" + id + "]";
        }
    }
}
