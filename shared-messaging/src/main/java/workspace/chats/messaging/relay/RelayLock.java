package workspace.chats.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The right to relay one database's events: an advisory lock that lives and dies with its
 * connection, so a leader that is gone holds nothing.
 */
final class RelayLock implements AutoCloseable {

    /** "outbox" in ASCII; advisory locks are told apart by database. */
    private static final long KEY = 0x6f7574626f78L;

    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final Connection connection;

    RelayLock(Connection connection) {
        this.connection = connection;
    }

    boolean tryTake() throws SQLException {
        try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, KEY);
            try (var answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** False when the connection is lost, and the lock with it. */
    boolean isHeld() throws SQLException {
        return connection.isValid(ANSWER_WITHIN_SECONDS);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
