package workspace.chats.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The gateway, and with it its relay, is killed over and over, while other transactions stay open
 * across the kills and commit in between: the log holds their changes before those of transactions
 * that commit earlier.
 */
final class RelayKills implements Scenario {

    private static final int OPEN_AT_ONCE = 3;

    private volatile @Nullable LongTransactions open;

    @Override
    public String name() {
        return "relay-kills";
    }

    @Override
    public String says() {
        return "kill -9 of the relay under load with interleaved long transactions";
    }

    @Override
    public Size size() {
        return new Size(200, 25, 20, 240);
    }

    @Override
    public Size shortSize() {
        return new Size(3, 60, 20, 120);
    }

    @Override
    public void begin(Course course) {
        open = new LongTransactions(course);
    }

    @Override
    public void round(Course course) {
        course.kill("chat-api");
        course.start("chat-api");
    }

    @Override
    public void end(Course course) {
        var transactions = open;
        if (transactions != null) {
            transactions.close();
        }
    }

    /** Each writes something that the relay reads, waits, and commits. */
    private static final class LongTransactions implements AutoCloseable {

        private final Course course;
        private final Thread[] threads = new Thread[OPEN_AT_ONCE];
        private volatile boolean closed;

        LongTransactions(Course course) {
            this.course = course;
            for (int i = 0; i < OPEN_AT_ONCE; i++) {
                var moments = new Random(course.random().nextLong());
                threads[i] = Thread.ofVirtual().start(() -> writeAndWait(moments));
            }
        }

        private void writeAndWait(Random moments) {
            while (!closed) {
                try (var connection = course.system().gatewaysDatabase()) {
                    write(connection, Duration.ofMillis(moments.nextInt(200, 6_000)));
                } catch (SQLException failed) {
                    course.missed("long transaction: " + failed.getSQLState(), "postgres");
                    return;
                }
            }
        }

        private static void write(Connection connection, Duration time) throws SQLException {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("insert into relay_heartbeat default values");
                Patience.pause(time);
                statement.executeUpdate("insert into relay_heartbeat default values");
            }
            connection.commit();
        }

        @Override
        public void close() {
            closed = true;
            try {
                for (var thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
