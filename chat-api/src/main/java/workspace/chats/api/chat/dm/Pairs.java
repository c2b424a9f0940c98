package workspace.chats.api.chat.dm;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.chat.Key;

/** Which two members have which chat. The database knows which id is the lower one. */
@Repository
class Pairs {

    private final JdbcClient jdbc;

    Pairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Key> find(Pair pair) {
        return jdbc.sql(
                        """
                        select chat_id from dm_pair
                        where workspace_id = :workspace
                          and lower_id = least(:one, :other) and higher_id = greatest(:one, :other)
                        """)
                .param("workspace", pair.workspaceId())
                .param("one", pair.one())
                .param("other", pair.other())
                .query(UUID.class)
                .optional()
                .map(chat -> new Key(pair.workspaceId(), chat));
    }

    /**
     * Waits for somebody who takes the same pair just now.
     *
     * @return false when the pair has a chat already
     */
    boolean take(Pair pair, Key chat) {
        return jdbc.sql(
                                """
                                insert into dm_pair (workspace_id, lower_id, higher_id, chat_id)
                                values (:workspace, least(:one, :other), greatest(:one, :other), :chat)
                                on conflict (workspace_id, lower_id, higher_id) do nothing
                                """)
                        .param("workspace", pair.workspaceId())
                        .param("one", pair.one())
                        .param("other", pair.other())
                        .param("chat", chat.id())
                        .update()
                == 1;
    }
}
