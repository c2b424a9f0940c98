package workspace.chats.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What one run of the relay works with: a connection and a producer that nobody used before. After
 * a failure no one can tell what state the old ones were in.
 */
final class Outlet implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Connection connection;
    private final Producer<String, byte[]> producer;
    private final JdbcClient jdbc;
    private final OutboxRows rows;
    private final Marks marks;
    private final Delivery delivery;

    /**
     * @param mayDeliver false when the right to deliver may have gone to another instance
     */
    Outlet(
            RelayDatabase database,
            Map<String, Object> kafka,
            BooleanSupplier mayDeliver,
            RelayMetrics metrics,
            Clock clock)
            throws SQLException {
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        try {
            connection = database.connect();
        } catch (SQLException | RuntimeException failed) {
            producer.close(Duration.ZERO);
            throw failed;
        }
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        rows = new OutboxRows(jdbc);
        marks = new Marks(jdbc);
        delivery = new Delivery(new KafkaPost(producer, mayDeliver), rows, metrics, clock);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    OutboxRows rows() {
        return rows;
    }

    Marks marks() {
        return marks;
    }

    Delivery delivery() {
        return delivery;
    }

    @Override
    public void close() throws SQLException {
        producer.close(LAST_WORDS);
        connection.close();
    }
}
