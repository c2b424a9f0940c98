package workspace.chats.messaging.relay;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
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

    /** Nobody hangs in this process, slow as it may be: relays that do have one of their own. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    final TestDatabase database = Engines.breakable().databaseNamed(DATABASE);
    final JdbcClient superuser = Engines.breakable().superuser(DATABASE);
    private final RelayDatabase relayDatabase =
            new RelayDatabase(database.jdbcUrl(), DATABASE + "_relay", database.password());
    private final RelaySettings settings;
    private final BiFunction<RelayDatabase, RelaySettings, Relays> kind;
    private final List<Instance> instances = new ArrayList<>();

    RelayWorld(BiFunction<RelayDatabase, RelaySettings, Relays> kind) {
        this(kind, Duration.ofSeconds(30));
    }

    /**
     * A world for relays of that kind.
     *
     * @param patience how long an engine may be silent
     */
    RelayWorld(BiFunction<RelayDatabase, RelaySettings, Relays> kind, Duration patience) {
        this.kind = kind;
        this.settings =
                new RelaySettings(
                        true,
                        DATABASE + "_relay",
                        database.password(),
                        Duration.ofMillis(10),
                        patience,
                        Duration.ofMillis(300),
                        LEASE,
                        Duration.ofMillis(100));
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

        /** Until it has, even where the supervisor gives up waiting for it. */
        void stop() {
            supervisor.stop();
            eventually().until(() -> state() == RelaySupervisor.State.STOPPED);
        }

        RelaySupervisor.State state() {
            return supervisor.state();
        }

        boolean leads() {
            return supervisor.state() == RelaySupervisor.State.LEADING;
        }

        double healed(Fault fault) {
            return registry.get("workspace.relay.healed")
                    .tag("fault", fault.code())
                    .counter()
                    .count();
        }

        String health() {
            return new RelayHealth(supervisor, metrics).health().getStatus().getCode();
        }

        Map<String, Object> healthDetails() {
            return new RelayHealth(supervisor, metrics).health().getDetails();
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

    /** As {@link #startLeading}, and until its first event has come all the way. */
    Instance startRelaying() {
        var instance = startLeading();
        awaitRelaying();
        awaitEmptyOutbox();
        return instance;
    }

    /** What a run of the relay would work with. */
    Outlet outlet() throws SQLException {
        return outlet(() -> true);
    }

    Outlet outlet(BooleanSupplier mayDeliver) throws SQLException {
        return new Outlet(
                relayDatabase,
                kafka(),
                mayDeliver,
                new RelayMetrics(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }

    RelayLock lock(Duration lease) throws SQLException {
        return new RelayLock(relayDatabase, lease);
    }

    /** An instance in a process of its own. */
    ChildRelay startChild() {
        return ChildRelay.start(
                relayDatabase.url(),
                relayDatabase.user(),
                relayDatabase.password(),
                Engines.breakable().kafka());
    }

    private static Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers", Engines.breakable().kafka(), "acks", "all", "linger.ms", 0);
    }

    static ConditionFactory eventually() {
        return patiently(SOON);
    }

    static ConditionFactory patiently(Duration atMost) {
        return await().atMost(atMost).pollInterval(Duration.ofMillis(100));
    }

    /** Lets time go by, as part of what happens, not in the hope that something has happened. */
    static void rest(Duration time) {
        await().pollDelay(time).until(() -> true);
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
        for (long sequence : sequences) {
            append(connection, Topics.DISPATCH_EVENTS, chat, sequence, payload(sequence));
        }
    }

    private void append(
            Connection connection, String topic, UUID chat, long sequence, byte[] payload)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into outbox (id, topic, aggregateid, type, source, workspace_id, time, sequence, traceparent, payload)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            var meta = meta(chat, sequence);
            insert.setObject(1, meta.id());
            insert.setString(2, topic);
            insert.setObject(3, chat);
            insert.setString(4, meta.type());
            insert.setString(5, meta.source());
            insert.setObject(6, meta.workspaceId());
            insert.setTimestamp(7, Timestamp.from(meta.time()));
            insert.setLong(8, sequence);
            insert.setString(9, meta.traceparent());
            insert.setBytes(10, payload);
            insert.executeUpdate();
        }
    }

    /** So many chats, each with one event that says so much, on a topic that no test reads. */
    void appendLong(int chats, int bytes) {
        try (var connection = transaction()) {
            for (int chat = 0; chat < chats; chat++) {
                append(connection, Topics.CHAT_EVENTS, UUID.randomUUID(), 1, new byte[bytes]);
                connection.commit();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
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

    /** Until an event that is committed now has gone its way. */
    void awaitRelaying() {
        var probe = UUID.randomUUID();
        append(probe, 1);
        eventually().until(() -> !isInOutbox(probe));
    }

    private boolean isInOutbox(UUID chat) {
        return database.reader()
                .sql("select exists (select from outbox where aggregateid = ?)")
                .param(chat)
                .query(Boolean.class)
                .single();
    }

    void awaitEmptyOutbox() {
        awaitEmptyOutbox(SOON);
    }

    void awaitEmptyOutbox(Duration atMost) {
        patiently(atMost).until(() -> count("outbox") == 0);
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

    /** A backup of the outbox as it is now. */
    String copyOfOutbox() throws SQLException {
        var copy = new StringWriter();
        try (var connection = database.owner().getConnection()) {
            copying(connection).copyOut("copy outbox to stdout", copy);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return copy.toString();
    }

    void restoreOutbox(String copy) throws SQLException {
        try (var connection = database.owner().getConnection()) {
            copying(connection).copyIn("copy outbox from stdin", new StringReader(copy));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    Wal wal() {
        return new Wal(superuser, DATABASE + "_relay", SLOT);
    }

    void stopAll() {
        instances.forEach(Instance::stop);
    }

    @Override
    public void close() {
        stopAll();
    }
}
