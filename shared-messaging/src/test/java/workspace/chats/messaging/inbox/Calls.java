package workspace.chats.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.kafka.core.KafkaTemplate;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Topics;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.testing.TopicLog;

/**
 * Events of calls that one test has made, as a relay would have sent them, and which of them were
 * worked on: the listener also hears what the tests before it left in the topic.
 */
final class Calls {

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventCodec codec;
    private final Ids ids;
    private final Set<UUID> made = ConcurrentHashMap.newKeySet();
    private final List<UUID> worked = new CopyOnWriteArrayList<>();

    Calls(KafkaTemplate<String, byte[]> kafka, EventCodec codec, Ids ids) {
        this.kafka = kafka;
        this.codec = codec;
        this.ids = ids;
    }

    ConsumerRecord<String, byte[]> ofAnyChat() {
        return of(ids.next());
    }

    ConsumerRecord<String, byte[]> of(UUID chat) {
        var event = new CallUnknown(ids.next(), chat, ids.next(), 1, Instant.EPOCH);
        var meta =
                new EventMeta(
                        nextId(),
                        EventType.of(event).wireName(),
                        "/test",
                        event.workspaceId(),
                        chat,
                        Instant.EPOCH,
                        1,
                        null);
        return record(chat.toString(), codec.write(event), meta.headers());
    }

    /** The same under an id of its own, as an operator sends it again. */
    ConsumerRecord<String, byte[]> mended(ConsumerRecord<String, byte[]> event) {
        var meta = EventMeta.of(TopicLog.headers(event)).mendedAs(nextId());
        return record(event.key(), event.value(), meta.headers());
    }

    /** One of that chat for each; returns their ids. */
    List<UUID> publish(UUID... chats) {
        var records = Stream.of(chats).map(this::of).toList();
        records.forEach(this::publish);
        return records.stream().map(Calls::id).toList();
    }

    void publish(ConsumerRecord<String, byte[]> event) {
        publish(event, event.topic());
    }

    void publish(ConsumerRecord<String, byte[]> event, String topic) {
        publish(event, topic, Duration.ZERO);
    }

    /** One of that chat, as if it had been published that long ago. */
    void publishAged(UUID chat, Duration age) {
        var event = of(chat);
        publish(event, event.topic(), age);
    }

    private void publish(ConsumerRecord<String, byte[]> event, String topic, Duration age) {
        var at = Instant.now().minus(age).toEpochMilli();
        kafka.send(
                        new ProducerRecord<>(
                                topic, null, at, event.key(), event.value(), event.headers()))
                .join();
    }

    void note(List<ReceivedEvent> events) {
        events.stream().map(event -> event.meta().id()).filter(made::contains).forEach(worked::add);
    }

    /** In the order in which they were. */
    List<UUID> worked() {
        return worked;
    }

    static UUID id(ConsumerRecord<String, byte[]> event) {
        return UUID.fromString(TopicLog.headers(event).get(EventMeta.ID));
    }

    static ConsumerRecord<String, byte[]> withValue(
            ConsumerRecord<String, byte[]> event, String value) {
        return record(event.key(), value.getBytes(UTF_8), TopicLog.headers(event));
    }

    static ConsumerRecord<String, byte[]> withHeader(
            ConsumerRecord<String, byte[]> event, String name, String value) {
        var headers = TopicLog.headers(event);
        headers.put(name, value);
        return record(event.key(), event.value(), headers);
    }

    static ConsumerRecord<String, byte[]> withoutHeader(
            ConsumerRecord<String, byte[]> event, String name) {
        var headers = TopicLog.headers(event);
        headers.remove(name);
        return record(event.key(), event.value(), headers);
    }

    private UUID nextId() {
        var id = ids.next();
        made.add(id);
        return id;
    }

    private static ConsumerRecord<String, byte[]> record(
            String key, byte[] value, Map<String, String> headers) {
        var bytes = new RecordHeaders();
        headers.forEach((name, text) -> bytes.add(name, text.getBytes(UTF_8)));
        return new ConsumerRecord<>(
                Topics.CALL_EVENTS,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                bytes,
                Optional.empty());
    }
}
