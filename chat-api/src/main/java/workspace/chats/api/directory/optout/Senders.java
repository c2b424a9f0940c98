package workspace.chats.api.directory.optout;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people can opt out of. One that was found stays until the transaction ends. */
@Repository
class Senders {

    private final JdbcClient jdbc;

    Senders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing for another workspace's id, as for an unknown one. */
    Optional<Sender> find(UUID workspaceId, UUID id) {
        return address("select e164 from phone_number", workspaceId, id)
                .map(e164 -> new Sender(e164, true))
                .or(() ->
                        address("select address from inbox_address", workspaceId, id)
                                .map(mailbox -> new Sender(mailbox, false)));
    }

    /** Whether it is there now. */
    boolean has(UUID workspaceId, UUID id) {
        return jdbc.sql(
                        """
                        select exists (select from phone_number where workspace_id = :workspace and id = :id)
                            or exists (select from inbox_address where workspace_id = :workspace and id = :id)
                        """)
                .param("workspace", workspaceId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Optional<String> address(String select, UUID workspaceId, UUID id) {
        return jdbc.sql(select + " where workspace_id = ? and id = ? for key share")
                .params(workspaceId, id)
                .query(String.class)
                .optional();
    }
}
