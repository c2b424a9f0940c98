package workspace.chats.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import workspace.chats.events.EventMeta;

/**
 * An event on its way: its place in the order of insertion, its chat, and what goes to Kafka, byte
 * for byte.
 */
record OutboxRow(UUID id, long position, UUID chatId, ProducerRecord<String, byte[]> record) {

    static OutboxRow of(long position, String topic, EventMeta meta, byte[] payload) {
        var headers = new RecordHeaders();
        meta.headers()
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new OutboxRow(
                meta.id(),
                position,
                meta.chatId(),
                new ProducerRecord<>(topic, null, meta.chatId().toString(), payload, headers));
    }
}
