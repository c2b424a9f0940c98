package workspace.chats.messaging.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import workspace.chats.events.Topics;
import workspace.chats.local.Databases;

/**
 * One real PostgreSQL and one real Kafka for all tests of this process: containers where a Docker
 * engine answers, else the local stack's own.
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void engines(DynamicPropertyRegistry registry) {
 *     Engines.registerFor(registry, "dispatch");
 * }
 * }</pre>
 */
public final class Engines {

    private static final int PARTITIONS = 6;

    private final Map<String, TestDatabase> databases = new ConcurrentHashMap<>();
    private final EngineAddresses addresses;
    private final @Nullable LocalEngines local;

    private Engines(EngineAddresses addresses, @Nullable LocalEngines local) {
        this.addresses = addresses;
        this.local = local;
        System.out.println(
                "Engines: " + (local == null ? "containers" : "local stack") + " at " + addresses);
        createTopics();
    }

    /** Gives a service everything that its environment variables would say. */
    public static void registerFor(DynamicPropertyRegistry registry, String database) {
        database(database).settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("KAFKA_BOOTSTRAP_SERVERS", Engines::kafkaBootstrap);
        registry.add("SEALING_KEYSET_FILE", () -> TestKeyset.file().toString());
        registry.add("SERVER_PORT", () -> 0);
    }

    /** That database with its roles, made on first use and shared by all who name it. */
    public static TestDatabase database(String name) {
        return shared().databaseNamed(name);
    }

    public static String kafkaBootstrap() {
        return shared().kafka();
    }

    /** Those that every test of this process uses. */
    public static Engines shared() {
        return Running.SHARED;
    }

    /** Engines that may be taken away: the shared ones where possible, else some of their own. */
    public static Engines breakable() {
        return Breakable.ENGINES;
    }

    public TestDatabase databaseNamed(String name) {
        return databases.computeIfAbsent(name, this::create);
    }

    public String kafka() {
        return addresses.kafkaBootstrap();
    }

    /** As PostgreSQL's superuser, in a service's database. */
    public JdbcClient superuser(String database) {
        var server = new PGSimpleDataSource();
        server.setUrl(addresses.jdbcUrlOf(database));
        server.setUser(addresses.user());
        server.setPassword(addresses.password());
        return JdbcClient.create(server);
    }

    /**
     * {@code start}, {@code stop} or {@code kill} (with SIGKILL) {@code postgres} or {@code kafka},
     * until it is done. Bring back what you take away.
     */
    public void tell(String verb, String engine) {
        if (local == null) {
            throw new IllegalStateException("containers are not taken away: use breakable()");
        }
        local.tell(verb, engine);
    }

    private TestDatabase create(String name) {
        try (var admin =
                DriverManager.getConnection(
                        addresses.jdbcUrl(), addresses.user(), addresses.password())) {
            Databases.bootstrap(admin, name, addresses.password());
        } catch (SQLException refused) {
            throw new IllegalStateException("cannot make database " + name, refused);
        }
        return new TestDatabase(name, addresses.jdbcUrlOf(name), addresses.password());
    }

    private static Engines start() {
        return ContainerEngines.start()
                .map(found -> new Engines(found, null))
                .orElseGet(Engines::startLocal);
    }

    private static Engines startLocal() {
        var local = LocalEngines.start();
        return new Engines(local.addresses(), local);
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            admin.createTopics(topics()).all().get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("cannot make the topics", refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", stopped);
        }
    }

    private static List<NewTopic> topics() {
        return Stream.concat(
                        Topics.ALL.stream()
                                .map(topic -> topic(topic, PARTITIONS, Topics.MOST_BYTES)),
                        Stream.concat(consumers(Topics::deadLetters), consumers(Topics::replays))
                                .map(topic -> topic(topic, 1, Topics.MOST_BYTES_PUT_ASIDE)))
                .toList();
    }

    private static NewTopic topic(String name, int partitions, int mostBytes) {
        return new NewTopic(name, partitions, (short) 1)
                .configs(Map.of("max.message.bytes", Integer.toString(mostBytes)));
    }

    private static Stream<String> consumers(BinaryOperator<String> named) {
        return Stream.concat(
                Stream.of("assignment-service", "channel-dispatcher", "voice-caller")
                        .map(consumer -> named.apply(Topics.CHAT_EVENTS, consumer)),
                Topics.ALL.stream()
                        .filter(topic -> !topic.equals(Topics.CHAT_EVENTS))
                        .map(topic -> named.apply(topic, "chat-api")));
    }

    /** Started when first asked for, stopped with the process. */
    private static final class Running {
        static final Engines SHARED = start();
    }

    private static final class Breakable {
        static final Engines ENGINES = shared().local == null ? startLocal() : shared();
    }
}
