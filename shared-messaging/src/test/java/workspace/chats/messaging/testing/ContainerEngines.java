package workspace.chats.messaging.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Kafka from their official images, where a Docker engine answers. */
final class ContainerEngines {

    private static final String POSTGRES = "postgres:18.6";
    private static final String KAFKA = "apache/kafka:4.2.2";

    private ContainerEngines() {}

    /** Nothing when no engine answers or an image is not to be had. */
    static Optional<EngineAddresses> start() {
        if (!mayAnswer() || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        try {
            return Optional.of(startBoth());
        } catch (RuntimeException unavailable) {
            return Optional.empty();
        }
    }

    /** Asked first, because Testcontainers' own search is slow and loud. */
    private static boolean mayAnswer() {
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(
                        Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"));
    }

    /** Testcontainers removes them when this process ends. */
    @SuppressWarnings("resource")
    private static EngineAddresses startBoth() {
        var postgres =
                new PostgreSQLContainer(POSTGRES)
                        .withCommand("postgres", "-c", "wal_level=logical")
                        .withDatabaseName("postgres")
                        .withUsername("postgres");
        var kafka = new KafkaContainer(KAFKA).withEnv(quickRebalances());
        Startables.deepStart(postgres, kafka).join();
        return new EngineAddresses(
                postgres.getJdbcUrl(),
                postgres.getUsername(),
                postgres.getPassword(),
                kafka.getBootstrapServers());
    }

    private static Map<String, String> quickRebalances() {
        return Map.of(
                "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
                "KAFKA_GROUP_CONSUMER_MIN_SESSION_TIMEOUT_MS", "6000",
                "KAFKA_GROUP_CONSUMER_SESSION_TIMEOUT_MS", "6000",
                "KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "1000",
                "KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "1000");
    }
}
