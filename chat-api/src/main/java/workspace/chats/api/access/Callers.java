package workspace.chats.api.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The members behind tokens, asked anew with every request, so that a change counts at once. */
@Repository
class Callers {

    private final JdbcClient jdbc;

    Callers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody when the workspace is unknown, or when he is no active member of it. */
    @Transactional(readOnly = true)
    Optional<Caller> find(Visitor visitor) {
        return jdbc.sql(
                        """
                        select workspace_id, id, scopes from member
                        where workspace_id = ? and subject = ? and active
                        """)
                .params(visitor.workspaceId(), visitor.subject())
                .query((row, index) -> caller(row))
                .optional();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                row.getObject("workspace_id", UUID.class),
                row.getObject("id", UUID.class),
                scopes(row));
    }

    /** Where somebody has written them by hand, one may stand there twice, or null. */
    private static Set<String> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
