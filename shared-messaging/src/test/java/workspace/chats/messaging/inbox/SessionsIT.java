package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the services' connections ask of PostgreSQL. */
@InboxTest
class SessionsIT {

    private static final long LOCK = 4711;

    @Autowired DataSource pool;
    @Autowired JdbcClient jdbc;

    /** An instance that was stopped in the middle of one, or whose machine is gone. */
    @Test
    void loseTheirLocks_whenTheyStandStillInATransaction() throws SQLException {
        var still = pool.getConnection();
        still.setAutoCommit(false);
        lock(still);

        await().atMost(Duration.ofSeconds(30)).until(this::isFree);
        assertThatThrownBy(still::close).hasMessageContaining("idle-in-transaction");
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private boolean isFree() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }
}
