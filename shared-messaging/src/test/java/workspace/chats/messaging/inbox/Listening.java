package workspace.chats.messaging.inbox;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import workspace.chats.events.EventCodec;
import workspace.chats.events.Topics;
import workspace.chats.messaging.Ids;

/** What a service writes, one line, and the work that a test gives it. */
@TestConfiguration
class Listening {

    static final String CONSUMER = "chat-api";

    private final Inbox inbox;
    private final KafkaTemplate<String, byte[]> kafka;
    private final EventCodec codec;
    private final Ids ids;

    private volatile Consumer<List<ReceivedEvent>> work = events -> {};

    Listening(Inbox inbox, KafkaTemplate<String, byte[]> kafka, EventCodec codec, Ids ids) {
        this.inbox = inbox;
        this.kafka = kafka;
        this.codec = codec;
        this.ids = ids;
    }

    @KafkaListener(
            id = "calls",
            topics = {Topics.CALL_EVENTS, Topics.CALL_EVENTS + "." + CONSUMER + Topics.REPLAY})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, events -> work.accept(events));
    }

    /** For a new test, whose events it notes until told otherwise. */
    Calls begin() {
        var calls = new Calls(kafka, codec, ids);
        work = calls::note;
        return calls;
    }

    void does(Consumer<List<ReceivedEvent>> other) {
        work = other;
    }
}
