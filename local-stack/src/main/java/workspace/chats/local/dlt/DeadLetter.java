package workspace.chats.local.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import workspace.chats.events.EventMeta;

/**
 * A record among the dead letters. What its headers say is shown only as far as it has the form
 * that it should have: whoever broke the rest may have put anything there.
 *
 * @param topic from which its addressee took the event
 */
record DeadLetter(Addressee addressee, String topic, ConsumerRecord<String, byte[]> record) {

    static final String PREFIX = "dead-letter-";

    Place place() {
        return Place.of(record);
    }

    /** When it was put aside, to the millisecond. */
    Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    String code() {
        return word(PREFIX + "code").orElse("-");
    }

    /** The id under which the event was first told. */
    Optional<UUID> eventId() {
        return uuid(EventMeta.MENDED_OF).or(() -> uuid(EventMeta.ID));
    }

    Optional<String> type() {
        return word(EventMeta.TYPE);
    }

    Optional<UUID> workspaceId() {
        return uuid(EventMeta.WORKSPACE_ID);
    }

    byte[] value() {
        return record.value() == null ? new byte[0] : record.value();
    }

    /** As text; the last of a name counts, and what was added with the letter too. */
    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return headers;
    }

    private Optional<UUID> uuid(String header) {
        try {
            return Optional.ofNullable(headers().get(header)).map(UUID::fromString);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<String> word(String header) {
        return Optional.ofNullable(headers().get(header)).filter(Shown::isHarmless);
    }
}
