package workspace.chats.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.UndecodableEvent;

/** A record as it was taken from the topic, and what could be made of it. */
sealed interface Letter {

    ConsumerRecord<String, byte[]> record();

    record Legible(ConsumerRecord<String, byte[]> record, ReceivedEvent event) implements Letter {}

    /** Of a kind that only newer versions know: nothing to do here. */
    record Unknown(ConsumerRecord<String, byte[]> record) implements Letter {}

    record Illegible(ConsumerRecord<String, byte[]> record, DeadLetterCode why) implements Letter {}

    static Letter open(ConsumerRecord<String, byte[]> record, EventCodec codec) {
        try {
            var meta = EventMeta.of(headers(record));
            return EventType.ofWireName(meta.type())
                    .<Letter>map(type -> read(record, meta, codec.read(type, record.value())))
                    .orElseGet(() -> ofNoType(record, meta));
        } catch (UndecodableEvent | StackOverflowError undecodable) {
            return new Illegible(record, DeadLetterCode.UNDECODABLE);
        } catch (IllegalArgumentException malformed) {
            return new Illegible(record, DeadLetterCode.MALFORMED_HEADERS);
        }
    }

    private static Letter ofNoType(ConsumerRecord<String, byte[]> record, EventMeta meta) {
        return EventType.isOtherVersion(meta.type())
                ? new Illegible(record, DeadLetterCode.UNKNOWN_VERSION)
                : new Unknown(record);
    }

    /** Whose data may be touched is decided by the headers, so the content must agree with them. */
    private static Letter read(ConsumerRecord<String, byte[]> record, EventMeta meta, Event event) {
        return event.chatId().equals(meta.chatId())
                        && event.workspaceId().equals(meta.workspaceId())
                ? new Legible(record, new ReceivedEvent(meta, event))
                : new Illegible(record, DeadLetterCode.MALFORMED_HEADERS);
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
