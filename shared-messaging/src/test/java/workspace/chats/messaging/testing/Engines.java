package workspace.chats.messaging.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
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
    private static final Map<String, TestDatabase> DATABASES = new ConcurrentHashMap<>();

    private final EngineAddresses addresses;

    private Engines(EngineAddresses addresses, String name) {
        this.addresses = addresses;
        System.out.println("Engines: " + name + " at " + addresses);
    }

    /** Gives a service everything that its environment variables would say. */
    public static void registerFor(DynamicPropertyRegistry registry, String database) {
        var settings = database(database).settings();
        settings.forEach((name, value) -> registry.add(name, () -> value));
        registry.add("KAFKA_BOOTSTRAP_SERVERS", Engines::kafkaBootstrap);
        registry.add("SEALING_KEYSET_FILE", () -> TestKeyset.file().toString());
        registry.add("SERVER_PORT", () -> 0);
    }

    /** That database with its roles, made on first use and shared by all who name it. */
    public static TestDatabase database(String name) {
        return DATABASES.computeIfAbsent(name, Engines::create);
    }

    public static String kafkaBootstrap() {
        return Running.ENGINES.addresses.kafkaBootstrap();
    }

    private static TestDatabase create(String name) {
        var addresses = Running.ENGINES.addresses;
        try (var admin = connect(addresses)) {
            Databases.bootstrap(admin, name, addresses.password());
        } catch (SQLException refused) {
            throw new IllegalStateException("cannot make database " + name, refused);
        }
        return new TestDatabase(name, addresses.jdbcUrlOf(name), addresses.password());
    }

    private static Connection connect(EngineAddresses addresses) throws SQLException {
        return DriverManager.getConnection(
                addresses.jdbcUrl(), addresses.user(), addresses.password());
    }

    private static Engines start() {
        var engines =
                ContainerEngines.start()
                        .map(found -> new Engines(found, "containers"))
                        .orElseGet(
                                () -> new Engines(LocalEngines.start().addresses(), "local stack"));
        createTopics(engines.addresses.kafkaBootstrap());
        return engines;
    }

    static void createTopics(String bootstrap) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (var made : admin.createTopics(topics()).values().values()) {
                made.get();
            }
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot make the topics", refused);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", stopped);
        }
    }

    private static List<NewTopic> topics() {
        return Stream.concat(
                        Topics.ALL.stream()
                                .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1)),
                        deadLetters().map(topic -> new NewTopic(topic, 1, (short) 1)))
                .toList();
    }

    private static Stream<String> deadLetters() {
        return Stream.concat(
                Stream.of("assignment-service", "channel-dispatcher", "voice-caller")
                        .map(consumer -> Topics.deadLetters(Topics.CHAT_EVENTS, consumer)),
                Topics.ALL.stream()
                        .filter(topic -> !topic.equals(Topics.CHAT_EVENTS))
                        .map(topic -> Topics.deadLetters(topic, "chat-api")));
    }

    /** Started when first asked for, stopped with the process. */
    private static final class Running {
        static final Engines ENGINES = start();
    }
}
