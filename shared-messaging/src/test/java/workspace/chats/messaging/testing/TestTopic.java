package workspace.chats.messaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;

/** A topic as a neighbour sees it: what others put there and what is there now. */
public final class TestTopic {

    /** A listener that is told to stop may go on for a while, and nobody waits for it. */
    private static final Duration LEAVING = Duration.ofMinutes(2);

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", Engines.kafkaBootstrap());
    private static final Admin ADMIN = Admin.create(BROKER);
    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(BROKER, new StringSerializer(), new ByteArraySerializer());

    private final String name;
    private final TopicLog log;
    private final EventCodec codec = new EventCodec();

    public TestTopic(String name) {
        this.name = name;
        this.log = new TopicLog(name);
    }

    /** Puts an event there as a relay would; returns when the broker has it. */
    public void put(EventMeta meta, Event event) {
        put(meta, codec.write(event));
    }

    /** Puts anything there under an event's headers. */
    public void put(EventMeta meta, byte[] value) {
        var telling = new ProducerRecord<>(name, meta.chatId().toString(), value);
        meta.headers().forEach((key, text) -> telling.headers().add(key, text.getBytes(UTF_8)));
        answer(PRODUCER.send(telling));
    }

    /** Every event of that chat that the topic holds now, in its order. */
    public List<Event> eventsOf(UUID chatId) {
        return log.records(chatId).stream().map(this::event).toList();
    }

    /** Everything that the topic holds now. */
    public TopicLog log() {
        return log;
    }

    /** Whether that consumer group has dealt with everything that is here now. */
    public boolean isReadBy(String group) {
        var read = committed(group);
        return ends().entrySet().stream()
                .allMatch(end ->
                        end.getValue() == 0
                                || end.getValue() <= read.getOrDefault(end.getKey(), 0L));
    }

    /** Makes that group, once the last of it has left, read everything here once more. */
    public void rewind(String group) {
        await().atMost(LEAVING).until(() -> hasLeft(group));
        var start =
                partitions().stream().collect(toMap(one -> one, one -> new OffsetAndMetadata(0)));
        answer(ADMIN.alterConsumerGroupOffsets(group, start).all());
    }

    private static boolean hasLeft(String group) {
        return answer(ADMIN.describeConsumerGroups(List.of(group)).all()).values().stream()
                .allMatch(one -> one.members().isEmpty());
    }

    private Event event(ConsumerRecord<String, byte[]> found) {
        var type = new String(found.headers().lastHeader(EventMeta.TYPE).value(), UTF_8);
        return codec.read(EventType.ofWireName(type).orElseThrow(), found.value());
    }

    private Map<TopicPartition, Long> committed(String group) {
        return answer(ADMIN.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .entrySet()
                .stream()
                .filter(one -> one.getValue() != null)
                .collect(toMap(Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private Map<TopicPartition, Long> ends() {
        var latest = partitions().stream().collect(toMap(one -> one, one -> OffsetSpec.latest()));
        return answer(ADMIN.listOffsets(latest).all()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private List<TopicPartition> partitions() {
        return answer(ADMIN.describeTopics(List.of(name)).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(one -> new TopicPartition(name, one.partition()))
                .toList();
    }

    private static <T> T answer(Future<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
