package workspace.chats.api.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The gateway's connections to its database, all of them taken until this is closed. */
public final class Pool implements AutoCloseable {

    private final HikariDataSource database = database();
    private final List<Connection> taken = new ArrayList<>();

    private Pool() {}

    public static Pool takenWhole() throws SQLException {
        var pool = new Pool();
        while (pool.taken.size() < pool.database.getMaximumPoolSize()) {
            pool.taken.add(pool.database.getConnection());
        }
        return pool;
    }

    /** How many wait for one of them. */
    public static int awaited() {
        return database().getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    private static HikariDataSource database() {
        return RunningApi.get().bean(HikariDataSource.class);
    }

    @Override
    public void close() throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }
}
