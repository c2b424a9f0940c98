package workspace.chats.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything on every topic, dead letters included, as a console consumer would print it. */
public final class TopicLog {

    /** One record; {@code offset} is its place in the partition. */
    public record Entry(
            String topic,
            int partition,
            long offset,
            String key,
            Map<String, String> headers,
            String value) {
        String everything() {
            return topic + "|" + key + "|" + headers + "|" + value;
        }
    }

    private final String bootstrap;

    TopicLog(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    public List<Entry> everything() {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        "look-" + UUID.randomUUID(),
                        "enable.auto.commit",
                        false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return upToNow(consumer, partitions);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> !topic.getKey().startsWith("__"))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static List<Entry> upToNow(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var ends = consumer.endOffsets(partitions);
        var entries = new ArrayList<Entry>();
        while (partitions.stream()
                .anyMatch(partition ->
                        consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(Duration.ofMillis(200)).forEach(found -> entries.add(entry(found)));
        }
        return entries;
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> found) {
        var headers = new TreeMap<String, String>();
        found.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Entry(
                found.topic(),
                found.partition(),
                found.offset(),
                text(found.key()),
                headers,
                text(found.value()));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }
}
