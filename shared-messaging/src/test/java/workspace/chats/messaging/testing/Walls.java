package workspace.chats.messaging.testing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The walls between the workspaces of a migrated database, as its catalogue has them. */
public record Walls(TestDatabase database) {

    private static final String WITH_WORKSPACE =
            """
            with walled as (
                select c.oid, c.relname as name, a.attnum as workspace, c.relforcerowsecurity and c.relrowsecurity as forced
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                     and a.attname = case c.relname when 'workspace' then 'id' else 'workspace_id' end
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and c.relowner = (:owner)::regrole)
            """;

    /** Every table that names a workspace, walled or not. */
    public List<String> tables() {
        return names("select name from walled order by name");
    }

    /** Those of them that the application or their owner can look into without one. */
    public List<String> open() {
        return names(
                """
                select name from walled w
                where not forced
                   or not exists (select from pg_policy p where p.polrelid = w.oid and p.polname = 'open_workspaces')
                   or exists (select from pg_policy p where p.polrelid = w.oid and p.polname <> 'open_workspaces'
                              and p.polroles <> array[(:owner)::regrole::oid])
                order by name
                """);
    }

    /** Foreign keys by which a row of one workspace could point at another's. */
    public List<String> keysWithoutWorkspace() {
        return names(
                """
                select k.conname from pg_constraint k
                join walled f on f.oid = k.conrelid
                join walled t on t.oid = k.confrelid
                where k.contype = 'f' and not exists (
                    select from unnest(k.conkey, k.confkey) as pair(own, other)
                    where own = f.workspace and other = t.workspace)
                """);
    }

    /** How many foreign keys there are between such tables. */
    public int keys() {
        return names(
                        """
                        select k.conname from pg_constraint k
                        join walled f on f.oid = k.conrelid
                        join walled t on t.oid = k.confrelid
                        where k.contype = 'f'
                        """)
                .size();
    }

    /** Does something as the application, with those workspaces open, and takes it back. */
    public <T> T trying(Function<JdbcClient, T> work, UUID... open) {
        return trying(database.app(), work, open);
    }

    /** As {@link #trying}, as the tables' owner. */
    public <T> T tryingAsOwner(Function<JdbcClient, T> work, UUID... open) {
        return trying(database.migrator(), work, open);
    }

    private static <T> T trying(DataSource database, Function<JdbcClient, T> work, UUID... open) {
        var jdbc = JdbcClient.create(database);
        return Objects.requireNonNull(
                new TransactionTemplate(new DataSourceTransactionManager(database))
                        .execute(transaction -> {
                            transaction.setRollbackOnly();
                            open(jdbc, open);
                            return work.apply(jdbc);
                        }));
    }

    /** Opens workspaces for the rest of the transaction. */
    public static void open(JdbcClient jdbc, UUID... workspaceIds) {
        var ids = Stream.of(workspaceIds).map(UUID::toString).toList();
        jdbc.sql("select set_config('chats.workspaces', ?, true)")
                .param(String.join(",", ids))
                .query(String.class)
                .single();
    }

    private List<String> names(String query) {
        return JdbcClient.create(database.owner())
                .sql(WITH_WORKSPACE + query)
                .param("owner", database.name() + "_owner")
                .query(String.class)
                .list();
    }
}
