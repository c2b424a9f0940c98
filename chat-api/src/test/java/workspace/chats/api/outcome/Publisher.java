package workspace.chats.api.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.NullMarked;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.messaging.testing.Engines;

/** The other services' relays. */
@NullMarked
public final class Publisher implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<String, byte[]> kafka =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", Engines.kafkaBootstrap()),
                    new StringSerializer(),
                    new ByteArraySerializer());

    /** Returns when Kafka has them all. */
    public void publish(Event... events) {
        publish(List.of(events));
    }

    public void publish(List<? extends Event> events) {
        var sent = events.stream().map(event -> send(UUID.randomUUID(), event)).toList();
        sent.forEach(Publisher::await);
    }

    public void publish(UUID eventId, Event event) {
        await(send(eventId, event));
    }

    private Future<RecordMetadata> send(UUID eventId, Event event) {
        var type = EventType.of(event);
        var key = event.chatId().toString();
        var record = new ProducerRecord<>(type.topic(), key, codec.write(event));
        meta(eventId, type, event)
                .headers()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return kafka.send(record);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private static EventMeta meta(UUID eventId, EventType type, Event event) {
        return new EventMeta(
                eventId,
                type.wireName(),
                "/test",
                event.workspaceId(),
                event.chatId(),
                Instant.now(),
                1,
                null);
    }

    @Override
    public void close() {
        kafka.close();
    }
}
