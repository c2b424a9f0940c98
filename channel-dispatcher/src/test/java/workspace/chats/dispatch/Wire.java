package workspace.chats.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import workspace.chats.events.DispatchEvent;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Topics;
import workspace.chats.messaging.inbox.ReceivedEvent;

/** The dispatcher's two topics, as its neighbours use them. */
final class Wire implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final List<ConsumerRecord<String, byte[]>> news = new CopyOnWriteArrayList<>();
    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final KafkaTemplate<String, byte[]> producer;
    private final String bootstrap;
    private volatile boolean open = true;

    Wire(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producers =
                new DefaultKafkaProducerFactory<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.producer = new KafkaTemplate<>(producers);
        Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * As chat-api's relay does it; always to the same partition, so that order can be relied on.
     */
    void publish(ReceivedEvent received) {
        var chat = received.meta().chatId().toString();
        var value = codec.write(received.event());
        var event = new ProducerRecord<>(Topics.CHAT_EVENTS, 0, chat, value);
        received.meta()
                .headers()
                .forEach((name, text) -> event.headers().add(name, text.getBytes(UTF_8)));
        producer.send(event).join();
    }

    /** What the dispatcher has said about that chat so far. */
    List<DispatchEvent> newsOf(UUID chat) {
        return news.stream()
                .filter(it -> chat.toString().equals(it.key()))
                .map(this::event)
                .map(DispatchEvent.class::cast)
                .toList();
    }

    /** All that anybody can read of all news: keys, headers, values. */
    String everything() {
        var text = new StringBuilder();
        for (var it : news) {
            text.append(it.key()).append(headers(it)).append(new String(it.value(), UTF_8));
        }
        return text.toString();
    }

    @Override
    public void close() {
        open = false;
        producers.destroy();
    }

    private Event event(ConsumerRecord<String, byte[]> it) {
        var type = EventType.ofWireName(EventMeta.of(headers(it)).type()).orElseThrow();
        return codec.read(type, it.value());
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> it) {
        var headers = new HashMap<String, String>();
        it.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private void read() {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        "wire-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.DISPATCH_EVENTS));
            while (open) {
                consumer.poll(Duration.ofMillis(100)).forEach(news::add);
            }
        }
    }
}
