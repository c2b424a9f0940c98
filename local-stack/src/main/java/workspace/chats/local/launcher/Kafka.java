package workspace.chats.local.launcher;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
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
    public Duration patience() {
        return KafkaServer.PATIENCE;
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
                await(made);
            }
            admin.incrementalAlterConfigs(roomForWhatIsPutAside()).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka made no topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka made topics", e);
        }
    }

    private static void await(KafkaFuture<Void> made)
            throws InterruptedException, ExecutionException {
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    static Stream<NewTopic> topics() {
        return Stream.of(
                        Topics.ALL.stream()
                                .map(it -> topic(it, PARTITIONS, RETENTION, Topics.MOST_BYTES)),
                        consumers(Topics::deadLetters).map(it -> aside(it, DEAD_LETTER_RETENTION)),
                        consumers(Topics::replays).map(it -> aside(it, RETENTION)))
                .flatMap(topics -> topics);
    }

    private static Stream<String> consumers(BinaryOperator<String> named) {
        return Stream.of(Program.values())
                .flatMap(program ->
                        program.topics().stream()
                                .map(topic -> named.apply(topic, program.processName())));
    }

    private static NewTopic aside(String name, Duration retention) {
        return topic(name, 1, retention, Topics.MOST_BYTES_PUT_ASIDE);
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

    /** Those that an earlier version made took no more than the others do. */
    private static Map<ConfigResource, Collection<AlterConfigOp>> roomForWhatIsPutAside() {
        var bytes = Integer.toString(Topics.MOST_BYTES_PUT_ASIDE);
        var entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, bytes);
        Collection<AlterConfigOp> room =
                List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET));
        return consumers(Topics::deadLetters)
                .collect(
                        Collectors.toMap(
                                topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                topic -> room));
    }

    @Override
    public boolean serves() {
        return server.isReady();
    }
}
