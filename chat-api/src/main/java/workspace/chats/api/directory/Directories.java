package workspace.chats.api.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Looks up in one round trip what a request may refer to. */
@Repository
public class Directories {

    private static final String LOOK_UP = sql("directory.sql");

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    Directories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Nothing when there is no such workspace, or when nobody of that subject is an active member
     * of it.
     */
    public Optional<Directory> lookUp(
            UUID workspaceId, String subject, DirectoryQuestion question) {
        return jdbc.sql(LOOK_UP)
                .param("workspaceId", workspaceId)
                .param("subject", subject)
                .param("memberIds", array(question.memberIds()))
                .param("workflowId", question.workflowId(), Types.OTHER)
                .param("phoneNumberId", question.phoneNumberId(), Types.OTHER)
                .param("inboxId", question.inboxId(), Types.OTHER)
                .param("siteId", question.siteId(), Types.OTHER)
                .param("modelIds", array(question.modelIds()))
                .query((row, index) -> json.readValue(row.getString(1), Directory.class))
                .optional();
    }

    /** Whether that comparable address wants nothing more from that number or inbox. */
    public boolean hasOptedOut(UUID workspaceId, UUID senderId, String address) {
        return jdbc.sql(
                        """
                        select exists (select from opt_out
                        where workspace_id = ? and sender_id = ? and address = ?)
                        """)
                .params(workspaceId, senderId, address)
                .query(Boolean.class)
                .single();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource(name, Directories.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
