package workspace.chats.local.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import workspace.chats.events.Channel;
import workspace.chats.events.ChatEvent.MessageCreated;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;

/** Letters as a dispatcher puts them aside. */
final class Some {

    static final EventCodec CODEC = new EventCodec();
    static final UUID WORKSPACE = UUID.randomUUID();
    static final UUID CHAT = UUID.randomUUID();
    static final EventMeta META =
            new EventMeta(
                    UUID.randomUUID(),
                    EventType.MESSAGE_CREATED.wireName(),
                    "/chat-api",
                    WORKSPACE,
                    CHAT,
                    Instant.parse("2026-11-22T09:30:00.123456Z"),
                    7,
                    null);
    static final MessageCreated EVENT =
            new MessageCreated(
                    WORKSPACE,
                    CHAT,
                    Channel.PHONE_SMS,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    false,
                    Instant.EPOCH,
                    new MessageRequest(
                            UUID.randomUUID(), 1, UUID.randomUUID(), 1.5, Instant.EPOCH, null),
                    new Sealed("AUdvb2Q="));
    static final Addressee DISPATCHER =
            new Addressee(
                    "channel-dispatcher",
                    List.of("chat.events"),
                    new Addressee.Database("jdbc:postgresql://127.0.0.1:1/none", "no", "body"));

    private Some() {}

    static DeadLetter letter() {
        return letter(META.headers(), value());
    }

    static DeadLetter letterWithValue(String value) {
        return letter(META.headers(), value);
    }

    static DeadLetter letterWith(String header, String text) {
        var headers = new LinkedHashMap<>(META.headers());
        headers.put(header, text);
        return letter(headers, value());
    }

    /** With that header after all others, which counts. */
    static DeadLetter letterWithLast(String header, String text) {
        var letter = letter();
        letter.record().headers().add(header, text.getBytes(UTF_8));
        return letter;
    }

    static DeadLetter letter(Map<String, String> headers, String value) {
        var bytes = new RecordHeaders();
        headers.forEach((name, text) -> bytes.add(name, text.getBytes(UTF_8)));
        bytes.add("dead-letter-code", "undecodable".getBytes(UTF_8));
        bytes.add("dead-letter-offset", "812".getBytes(UTF_8));
        return new DeadLetter(
                DISPATCHER,
                "chat.events",
                new ConsumerRecord<>(
                        "chat.events.channel-dispatcher.dlt",
                        0,
                        17,
                        1_000,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        CHAT.toString(),
                        value.getBytes(UTF_8),
                        bytes,
                        Optional.empty()));
    }

    static String value() {
        return new String(CODEC.write(EVENT), UTF_8);
    }
}
