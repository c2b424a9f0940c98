package workspace.chats.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/**
 * The gateway, and with it its relay, is killed over and over, while other transactions stay open
 * across the kills and commit in between: the log holds their changes before those of transactions
 * that commit earlier.
 */
final class RelayKills implements Scenario {

    private static final int OPEN_AT_ONCE = 3;
    private static final String OPEN = "transactions open across a kill";

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
        course.counted(OPEN, Objects.requireNonNull(open).underWay());
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

    /** Without them the log would be in the order of the commits. */
    @Override
    public Stream<Finding> judge(Facts facts) {
        long across =
                facts.of(Fact.Counted.class)
                        .filter(counted -> counted.what().equals(OPEN))
                        .mapToLong(Fact.Counted::many)
                        .sum();
        return across < facts.count(Fact.Round.class)
                ? Stream.of(
                        new Finding(
                                Finding.Kind.UNANSWERED,
                                "only %d transactions stood open across a kill".formatted(across),
                                "history"))
                : Stream.empty();
    }

    /** Each writes something that the relay reads, waits, and commits. */
    private static final class LongTransactions implements AutoCloseable {

        private final Course course;
        private final Thread[] threads = new Thread[OPEN_AT_ONCE];
        private final AtomicInteger underWay = new AtomicInteger();
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

        /** How many have written, and have not committed. */
        int underWay() {
            return underWay.get();
        }

        private void write(Connection connection, Duration time) throws SQLException {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("insert into relay_heartbeat default values");
                underWay.incrementAndGet();
                Patience.pause(time);
                underWay.decrementAndGet();
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
