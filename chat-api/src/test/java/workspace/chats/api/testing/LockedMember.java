package workspace.chats.api.testing;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A member whose row somebody holds: whoever writes a row that names him has to wait. */
public record LockedMember(DataSource database, UUID id) {

    /** Does the work while the row is held. */
    public <T> T during(Supplier<T> work) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    sql().sql("select id from member where id = ? for update")
                            .param(id)
                            .query(UUID.class)
                            .single();
                    return work.get();
                }));
    }

    public boolean somebodyWaits() {
        return sql().sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private JdbcClient sql() {
        return JdbcClient.create(database);
    }
}
