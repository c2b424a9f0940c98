package workspace.chats.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One topic, as whoever may read and write it uses it. */
record Topic(String bootstrap, String name) {

    private static final int MOST_BYTES = 4_300_000;

    /** All that lies there now. */
    List<ConsumerRecord<String, byte[]>> records() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(name).stream()
                            .map(part -> new TopicPartition(name, part.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Those with one of these keys. */
    List<ConsumerRecord<String, byte[]>> records(List<String> keys) {
        return records().stream().filter(record -> keys.contains(record.key())).toList();
    }

    /** Returns when the broker has them. */
    void put(List<ProducerRecord<String, byte[]>> records) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", bootstrap, "max.request.size", MOST_BYTES),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var sent = records.stream().map(producer::send).toList();
            producer.flush();
            sent.forEach(Future::resultNow);
        }
    }
}
