package workspace.chats.local.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.EventMeta;

/**
 * What goes to an addressee once more.
 *
 * @param newEventId if it is a new event
 */
record Outgoing(ProducerRecord<String, byte[]> record, @Nullable UUID newEventId) {

    /** The letter as it came, without what was noted on it when it was put aside. */
    static Outgoing asItCame(DeadLetter letter) {
        var headers = new RecordHeaders();
        for (var header : letter.record().headers()) {
            if (!header.key().startsWith(DeadLetter.PREFIX)) {
                headers.add(header);
            }
        }
        return new Outgoing(
                new ProducerRecord<>(
                        topic(letter),
                        null,
                        letter.record().key(),
                        letter.record().value(),
                        headers),
                null);
    }

    /** Another event in its place. */
    static Outgoing mended(DeadLetter letter, EventMeta meta, byte[] value) {
        var headers = new RecordHeaders();
        meta.headers().forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        return new Outgoing(
                new ProducerRecord<>(topic(letter), null, meta.chatId().toString(), value, headers),
                meta.id());
    }

    String topic() {
        return record.topic();
    }

    private static String topic(DeadLetter letter) {
        return letter.addressee().replays(letter.topic());
    }
}
