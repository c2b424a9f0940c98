package workspace.chats.api.matrix;

import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.RunningApi;

/** All rows of a workspace, also those of the outbox that have been sent, as one short text. */
final class Contents {

    private static final JdbcClient SQL = JdbcClient.create(RunningApi.DATABASE.owner());
    private static final String DIGEST = digest();

    private Contents() {}

    /** The same as long as nothing is added, changed or removed. */
    static String of(UUID workspace) {
        return SQL.sql(DIGEST).param("workspace", workspace).query(String.class).single();
    }

    /** The outbox itself is emptied by the relay, at any time; what it had stands elsewhere. */
    private static String digest() {
        return SQL
                .sql(
                        """
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'workspace_id' and table_name <> 'outbox'
                        order by table_name
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(Contents::digest)
                .collect(Collectors.joining(" || ' ' || ", "select ", ""));
    }

    private static String digest(String table) {
        return """
        (select '%1$s ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
        from %1$s t where workspace_id = :workspace)
        """
                .formatted(table);
    }
}
