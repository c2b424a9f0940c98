package workspace.chats.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The right to relay one database's events: an advisory lock that lives and dies with its
 * connection, so a leader that is gone holds nothing. One that hangs loses it too: PostgreSQL ends
 * the connection when it has not been used for the time of the lease.
 */
final class RelayLock implements AutoCloseable {

    /** "outbox" in ASCII; advisory locks are told apart by database. */
    private static final long KEY = 0x6f7574626f78L;

    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final Connection connection;
    private final Duration lease;
    private volatile long usedAt = System.nanoTime();

    RelayLock(RelayDatabase database, Duration lease) throws SQLException {
        this.connection = database.connectFor(lease);
        this.lease = lease;
    }

    boolean tryTake() throws SQLException {
        var asked = System.nanoTime();
        try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, KEY);
            try (var answer = query.executeQuery()) {
                usedAt = asked;
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Renews the lease. False when the connection is lost, and the lock with it. */
    boolean renew() throws SQLException {
        var asked = System.nanoTime();
        if (!connection.isValid(ANSWER_WITHIN_SECONDS)) {
            return false;
        }
        usedAt = asked;
        return true;
    }

    /**
     * False when PostgreSQL may have given the lock to another meanwhile. Asks nobody and goes by a
     * clock that runs on while this process is stopped.
     */
    boolean isSurelyHeld() {
        return System.nanoTime() - usedAt < lease.toNanos();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
