package workspace.chats.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * While it is open, channel-dispatcher's database refuses new effects as if their data were wrong,
 * which is what a bug would look like.
 */
final class Refusal implements AutoCloseable {

    private final Connection database;

    private Refusal(Connection database) {
        this.database = database;
    }

    static Refusal in(RunningSystem system) {
        var administrator = system.administrator();
        try {
            var database =
                    DriverManager.getConnection(
                            "jdbc:postgresql://%s:%d/dispatch"
                                    .formatted(administrator.host(), administrator.port()),
                            administrator.user(),
                            administrator.password());
            run(
                    database,
                    """
                    do $$ begin
                        execute format('alter table effect add constraint refused check (created_at < %L) not valid', now());
                    end $$
                    """);
            return new Refusal(database);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        try (database) {
            run(database, "alter table effect drop constraint refused");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
