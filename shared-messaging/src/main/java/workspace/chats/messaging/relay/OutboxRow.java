package workspace.chats.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import workspace.chats.events.EventMeta;

/** An event on its way: when it happened, and what goes to Kafka, byte for byte. */
record OutboxRow(UUID id, Instant time, ProducerRecord<String, byte[]> record) {

    static OutboxRow of(String topic, EventMeta meta, byte[] payload) {
        var headers = new RecordHeaders();
        meta.headers()
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new OutboxRow(
                meta.id(),
                meta.time(),
                new ProducerRecord<>(topic, null, meta.chatId().toString(), payload, headers));
    }
}
