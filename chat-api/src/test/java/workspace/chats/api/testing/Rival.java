package workspace.chats.api.testing;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody at work on the same rows, whom the gateway has to wait for. */
public final class Rival {

    private final DataSource database;
    private final JdbcClient sql;
    private volatile int process;

    public Rival(DataSource database) {
        this.database = database;
        this.sql = JdbcClient.create(database);
    }

    /** Does the work in a transaction of his, which ends with it. */
    public <T> T during(Supplier<T> work) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    process = sql.sql("select pg_backend_pid()").query(Integer.class).single();
                    return work.get();
                }));
    }

    /** The gateway for him; others may wait as well, a new replication slot for everybody. */
    public boolean isAwaited() {
        return !whoWait(sql, "pid", Integer.class).isEmpty();
    }

    /**
     * Ends the gateway's connections that wait for him.
     *
     * @return how many those were
     */
    public int endWhoWait() {
        var itself = JdbcClient.create(RunningApi.DATABASE.app()); // others may not
        return whoWait(itself, "pg_terminate_backend(pid)", Boolean.class).size();
    }

    private <T> List<T> whoWait(JdbcClient asked, String what, Class<T> type) {
        return asked.sql(
                        "select %s from pg_stat_activity where usename = ? and ? = any(pg_blocking_pids(pid))"
                                .formatted(what))
                .params(RunningApi.DATABASE.name() + "_app", process)
                .query(type)
                .list();
    }
}
