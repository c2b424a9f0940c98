package workspace.chats.local.dlt;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import workspace.chats.events.Topics;

/** Brings events to their addressee's own topic; makes that where it is missing. */
final class Courier implements AutoCloseable {

    private static final int ANSWERS_WITHIN_MS = 10_000;
    private static final Duration RETENTION = Duration.ofDays(7);

    private final Set<String> known = new HashSet<>();
    private final KafkaAddress kafka;
    private final KafkaProducer<String, byte[]> producer;

    Courier(KafkaAddress kafka) {
        this.kafka = kafka;
        producer =
                new KafkaProducer<>(
                        kafka.settings(
                                Map.of(
                                        "acks",
                                        "all",
                                        "linger.ms",
                                        0,
                                        "max.block.ms",
                                        ANSWERS_WITHIN_MS,
                                        "request.timeout.ms",
                                        ANSWERS_WITHIN_MS,
                                        "delivery.timeout.ms",
                                        3 * ANSWERS_WITHIN_MS,
                                        "max.request.size",
                                        Topics.MOST_BYTES_PUT_ASIDE)),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Returns when Kafka has it; throws {@link CommandFailed} when it may not have. */
    void bring(Outgoing event) {
        try {
            if (known.add(event.topic())) {
                makeIfMissing(event.topic());
            }
            producer.send(event.record()).get();
        } catch (ExecutionException | KafkaException refused) {
            throw new CommandFailed("Kafka did not take it: " + nameOf(refused));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted");
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private void makeIfMissing(String topic) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(kafka.settings(Map.of()))) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(replays(topic))).all().get();
            }
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        }
    }

    private static NewTopic replays(String topic) {
        return new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(RETENTION.toMillis()),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(Topics.MOST_BYTES_PUT_ASIDE)));
    }

    private static String nameOf(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }
}
