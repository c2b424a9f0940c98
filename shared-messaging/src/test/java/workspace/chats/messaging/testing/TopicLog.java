package workspace.chats.messaging.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on a topic, read from its beginning without a consumer group. */
public final class TopicLog {

    private final String bootstrap;
    private final String topic;

    public TopicLog(String topic) {
        this(Engines.kafkaBootstrap(), topic);
    }

    public TopicLog(String bootstrap, String topic) {
        this.bootstrap = bootstrap;
        this.topic = topic;
    }

    /** Everything that was there when it was called; in order within a partition. */
    public List<ConsumerRecord<String, byte[]>> records() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readUpTo(consumer.endOffsets(partitions), consumer);
        }
    }

    /** Those with that key. */
    public List<ConsumerRecord<String, byte[]>> records(Object key) {
        return records().stream().filter(record -> key.toString().equals(record.key())).toList();
    }

    /** A record's headers as text. */
    public static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(header ->
                        headers.put(
                                header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static List<ConsumerRecord<String, byte[]>> readUpTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> consumer) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }
}
