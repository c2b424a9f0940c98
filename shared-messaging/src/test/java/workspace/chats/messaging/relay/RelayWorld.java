package workspace.chats.messaging.relay;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.events.EventMeta;
import workspace.chats.events.Topics;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestDatabase;
import workspace.chats.messaging.testing.TopicLog;

/** A migrated database, Kafka, and as many instances of the relay as a test wants. */
final class RelayWorld implements AutoCloseable {

    static final String DATABASE = "relay_test";
    private static final String SLOT = "outbox_relay_test";
    private static final Duration SOON = Duration.ofSeconds(60);

    final TestDatabase database = Engines.breakable().databaseNamed(DATABASE);
    final JdbcClient superuser = Engines.breakable().superuser(DATABASE);
    private final RelayDatabase relayDatabase =
            new RelayDatabase(database.jdbcUrl(), DATABASE + "_relay", database.password());
    private final RelaySettings settings =
            new RelaySettings(
                    true,
                    DATABASE + "_relay",
                    database.password(),
                    Duration.ofMillis(10),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(300),
                    Duration.ofMillis(500),
                    Duration.ofMillis(100));
    private final BiFunction<RelayDatabase, RelaySettings, Relays> kind;
    private final List<Instance> instances = new ArrayList<>();

    RelayWorld(BiFunction<RelayDatabase, RelaySettings, Relays> kind) {
        this.kind = kind;
        Flyway.configure()
                .dataSource(database.migrator())
                .locations("classpath:db/messaging")
                .placeholders(
                        Map.of("appRole", DATABASE + "_app", "relayRole", DATABASE + "_relay"))
                .load()
                .migrate();
    }

    /** A running service, as far as its relay goes. */
    static final class Instance {
        private final MeterRegistry registry = new SimpleMeterRegistry();
        private final RelayMetrics metrics = new RelayMetrics(registry);
        private final RelaySupervisor supervisor;

        Instance(RelayDatabase database, RelaySettings settings, Relays relays) {
            supervisor =
                    new RelaySupervisor(
                            database, settings, kafka(), relays, metrics, Clock.systemUTC());
        }

        void stop() {
            supervisor.stop();
        }

        RelaySupervisor.State state() {
            return supervisor.state();
        }

        boolean leads() {
            return supervisor.state() == RelaySupervisor.State.LEADING;
        }

        double count(String counter) {
            return registry.get(counter).counter().count();
        }

        double gauge(String gauge) {
            return registry.get(gauge).gauge().value();
        }
    }

    Instance start() {
        var instance = new Instance(relayDatabase, settings, kind.apply(relayDatabase, settings));
        instances.add(instance);
        instance.supervisor.start();
        return instance;
    }

    Instance startLeading() {
        var instance = start();
        eventually().until(instance::leads);
        return instance;
    }

    /** What a run of the relay would work with. */
    Outlet outlet() throws SQLException {
        return new Outlet(
                relayDatabase,
                kafka(),
                new RelayMetrics(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }

    private static Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers", Engines.breakable().kafka(), "acks", "all", "linger.ms", 0);
    }

    static ConditionFactory eventually() {
        return await().atMost(SOON).pollInterval(Duration.ofMillis(100));
    }

    /** The events of one chat, all in one transaction. */
    void append(UUID chat, long... sequences) {
        try (var connection = transaction()) {
            append(connection, chat, sequences);
            connection.commit();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    Connection transaction() throws SQLException {
        var connection = database.app().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    void append(Connection connection, UUID chat, long... sequences) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into outbox (id, topic, aggregateid, type, source, workspace_id, time, sequence, traceparent, payload)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (long sequence : sequences) {
                var meta = meta(chat, sequence);
                insert.setObject(1, meta.id());
                insert.setString(2, Topics.DISPATCH_EVENTS);
                insert.setObject(3, chat);
                insert.setString(4, meta.type());
                insert.setString(5, meta.source());
                insert.setObject(6, meta.workspaceId());
                insert.setTimestamp(7, Timestamp.from(meta.time()));
                insert.setLong(8, sequence);
                insert.setString(9, meta.traceparent());
                insert.setBytes(10, payload(sequence));
                insert.executeUpdate();
            }
        }
    }

    /** What an event of that chat with that sequence says of itself. */
    static EventMeta meta(UUID chat, long sequence) {
        return new EventMeta(
                UUID.nameUUIDFromBytes((chat + "/" + sequence).getBytes(StandardCharsets.UTF_8)),
                "workspace.chats.MessageAccepted.v1",
                "/workspace-chats/test",
                UUID.nameUUIDFromBytes(chat.toString().getBytes(StandardCharsets.UTF_8)),
                chat,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                sequence,
                sequence % 2 == 0
                        ? null
                        : "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    static byte[] payload(long sequence) {
        return ("{\"unicode\":\"\u00e4\u20ac\",\"sequence\":" + sequence + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    List<ConsumerRecord<String, byte[]>> records(UUID chat) {
        return topic().records(chat);
    }

    /** The sequences of that chat in the order of their arrival, each once: where it came first. */
    List<Long> delivered(UUID chat) {
        return records(chat).stream().map(RelayWorld::sequence).distinct().toList();
    }

    void awaitDelivered(UUID chat, long... sequences) {
        var expected = Arrays.stream(sequences).boxed().toList();
        eventually().until(() -> delivered(chat), expected::equals);
    }

    void awaitEmptyOutbox() {
        eventually().until(() -> count("outbox") == 0);
    }

    long count(String table) {
        return database.reader().sql("select count(*) from " + table).query(Long.class).single();
    }

    TopicLog topic() {
        return new TopicLog(Engines.breakable().kafka(), Topics.DISPATCH_EVENTS);
    }

    static long sequence(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(TopicLog.headers(record).get(EventMeta.SEQUENCE));
    }

    void dropSlot() {
        eventually()
                .ignoreExceptions()
                .until(() -> {
                    hangUp("walsender");
                    superuser
                            .sql("select pg_drop_replication_slot(?)")
                            .param(SLOT)
                            .query((row, at) -> true)
                            .single();
                    return true;
                });
    }

    /** Takes the relay's connections away: all of them, or those of one kind. */
    void hangUp(String backendType) {
        superuser
                .sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = ? and backend_type = ?
                        """)
                .param(DATABASE + "_relay")
                .param(backendType)
                .query((row, at) -> true)
                .list();
    }

    /** Fills the log until PostgreSQL gives the slot up. */
    void invalidateSlot() {
        superuser.sql("alter system set max_slot_wal_keep_size = '1MB'").update();
        superuser.sql("select pg_reload_conf()").query((row, at) -> true).single();
        eventually()
                .until(() -> {
                    superuser
                            .sql(
                                    "select pg_logical_emit_message(false, 'fill', repeat('x', 1000000))")
                            .query((row, at) -> true)
                            .single();
                    superuser.sql("select pg_switch_wal()").query((row, at) -> true).single();
                    superuser.sql("checkpoint").update();
                    return superuser
                            .sql(
                                    "select wal_status = 'lost' from pg_replication_slots where slot_name = ?")
                            .param(SLOT)
                            .query(Boolean.class)
                            .single();
                });
        superuser.sql("alter system reset max_slot_wal_keep_size").update();
        superuser.sql("select pg_reload_conf()").query((row, at) -> true).single();
    }

    @Override
    public void close() {
        instances.forEach(Instance::stop);
    }
}
