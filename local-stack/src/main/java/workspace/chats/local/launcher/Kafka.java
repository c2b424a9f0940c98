package workspace.chats.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import workspace.chats.events.Topics;
import workspace.chats.local.KafkaServer;

/** The event log, with the topics that nobody makes by chance. */
record Kafka(KafkaServer server, App app) implements Component {

    private static final int PARTITIONS = 6;
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(14);

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(server.port(), server.controllerPort());
    }

    @Override
    public Optional<App> program() {
        return Optional.of(app);
    }

    @Override
    public void start(Spawn spawn) {
        server.start(command -> spawn.start(command, Map.of()));
    }

    /** Makes the topics that are not there. */
    void bootstrap() {
        try (var admin = server.admin()) {
            createTopics(admin);
        }
    }

    static void createTopics(Admin admin) {
        try {
            for (var made : admin.createTopics(topics().toList()).values().values()) {
                made.get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Kafka made no topics: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka made topics", e);
        }
    }

    static Stream<NewTopic> topics() {
        return Stream.concat(
                Topics.ALL.stream()
                        .map(topic -> topic(topic, PARTITIONS, RETENTION, Topics.MOST_BYTES)),
                deadLetters()
                        .map(topic ->
                                topic(
                                        topic,
                                        1,
                                        DEAD_LETTER_RETENTION,
                                        Topics.MOST_BYTES_PUT_ASIDE)));
    }

    private static Stream<String> deadLetters() {
        return Stream.of(Program.values())
                .flatMap(program ->
                        program.topics().stream()
                                .map(t -> Topics.deadLetters(t, program.processName())));
    }

    private static NewTopic topic(String name, int partitions, Duration retention, int mostBytes) {
        return new NewTopic(name, partitions, (short) 1)
                .configs(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(retention.toMillis()),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(mostBytes)));
    }

    @Override
    public boolean serves() {
        return server.isReady();
    }
}
