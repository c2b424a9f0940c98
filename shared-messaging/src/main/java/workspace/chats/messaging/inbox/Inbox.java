package workspace.chats.messaging.inbox;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Receives events so that each is worked on once. */
public final class Inbox {

    Inbox() {}

    public void receive(
            String consumer,
            List<ConsumerRecord<String, byte[]>> batch,
            Consumer<List<ReceivedEvent>> work) {
        if (!batch.isEmpty()) {
            throw new UnsupportedOperationException(consumer + work);
        }
    }
}
