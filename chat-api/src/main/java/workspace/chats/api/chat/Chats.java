package workspace.chats.api.chat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.events.Channel;

/** All chats, with what belongs to them. */
@Repository
public class Chats {

    private final EntityManager entities;
    private final JdbcClient jdbc;

    Chats(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /** As of one moment: an outcome that is applied meanwhile shows wholly or not at all. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ChatSnapshot> find(Key key) {
        return Optional.ofNullable(entities.find(Chat.class, key)).map(chat -> snapshot(key, chat));
    }

    /** Inserts, never selects: all of the ids are new. */
    @Transactional
    public void add(
            Chat chat,
            List<Participant> participants,
            @Nullable Message message,
            @Nullable PhoneCall call) {
        entities.persist(chat);
        participants.forEach(entities::persist);
        if (message != null) {
            entities.persist(message);
        }
        if (call != null) {
            entities.persist(call);
        }
    }

    private ChatSnapshot snapshot(Key key, Chat chat) {
        return new ChatSnapshot(
                chat, participants(key), initialMessage(key, chat), latestCall(key, chat));
    }

    private List<Attendee> participants(Key key) {
        return jdbc.sql(
                        """
                        select p.id, p.member_id, upper(p.role) as role, m.display_name
                        from participant p
                        join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
                        where p.workspace_id = ? and p.chat_id = ?
                        order by p.position
                        """)
                .params(key.workspaceId(), key.id())
                .query(Attendee.class)
                .list();
    }

    private @Nullable Message initialMessage(Key key, Chat chat) {
        return switch (chat.channel()) {
            case PHONE_SMS, EMAIL ->
                    entities.createQuery(
                                    """
                                    select m from Message m
                                    where m.workspaceId = :workspaceId and m.chatId = :chatId and m.initial
                                    """,
                                    Message.class)
                            .setParameter("workspaceId", key.workspaceId())
                            .setParameter("chatId", key.id())
                            .getSingleResultOrNull();
            case WEB_CHAT, PHONE_VOICE -> null;
        };
    }

    private @Nullable PhoneCall latestCall(Key key, Chat chat) {
        if (chat.channel() != Channel.PHONE_VOICE) {
            return null;
        }
        return entities.createQuery(
                        """
                        select c from PhoneCall c
                        where c.workspaceId = :workspaceId and c.chatId = :chatId
                        order by c.createdAt desc, c.id desc
                        """,
                        PhoneCall.class)
                .setParameter("workspaceId", key.workspaceId())
                .setParameter("chatId", key.id())
                .setMaxResults(1)
                .getSingleResultOrNull();
    }
}
