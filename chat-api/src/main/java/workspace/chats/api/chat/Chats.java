package workspace.chats.api.chat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All chats, with what belongs to them. */
@Repository
public class Chats {

    private final EntityManager entities;
    private final Belongings belongings;

    Chats(EntityManager entities, Belongings belongings) {
        this.entities = entities;
        this.belongings = belongings;
    }

    /** As of one moment: an outcome that is applied meanwhile shows wholly or not at all. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ChatSnapshot> find(Key key) {
        return snapshot(entities.find(Chat.class, key));
    }

    /** In the order of the ids, in as many queries as for one; what does not exist is left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<ChatSnapshot> findAll(UUID workspaceId, List<UUID> ids) {
        return belongings.of(workspaceId, chats(workspaceId, ids));
    }

    /**
     * The chat as it is now, locked until the end of the caller's transaction: whoever else would
     * change it waits. It must not have been read before in this transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ChatSnapshot> lock(Key key) {
        return snapshot(entities.find(Chat.class, key, LockModeType.PESSIMISTIC_WRITE));
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

    /** One more who takes part. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Participant participant) {
        entities.persist(participant);
    }

    private Optional<ChatSnapshot> snapshot(@Nullable Chat chat) {
        return Optional.ofNullable(chat)
                .map(found -> belongings.of(found.workspaceId(), List.of(found)).getFirst());
    }

    private List<Chat> chats(UUID workspaceId, List<UUID> ids) {
        var place = new HashMap<UUID, Integer>();
        ids.forEach(id -> place.put(id, place.size()));
        return entities.createQuery(
                        "select c from Chat c where c.workspaceId = :workspaceId and c.id in :ids",
                        Chat.class)
                .setParameter("workspaceId", workspaceId)
                .setParameter("ids", ids)
                .getResultStream()
                .sorted(Comparator.comparing(chat -> place.get(chat.id())))
                .toList();
    }
}
