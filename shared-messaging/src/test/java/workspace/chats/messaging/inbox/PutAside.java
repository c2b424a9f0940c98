package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import workspace.chats.events.Topics;
import workspace.chats.messaging.testing.TopicLog;

/** What {@link Listening} could not work on. */
final class PutAside {

    private static final TopicLog LETTERS =
            new TopicLog(Topics.deadLetters(Topics.CALL_EVENTS, Listening.CONSUMER));

    private PutAside() {}

    /** All letters of that key, a chat. */
    static List<ConsumerRecord<String, byte[]>> all(Object key) {
        return LETTERS.records(key);
    }

    /** The only one of that key. */
    static ConsumerRecord<String, byte[]> the(Object key) {
        assertThat(all(key)).hasSize(1);
        return all(key).getFirst();
    }

    static Map<String, String> headers(Object key) {
        return TopicLog.headers(the(key));
    }

    static ConsumerRecord<String, byte[]> await(Object key) {
        org.awaitility.Awaitility.await("a dead letter of " + key)
                .atMost(Duration.ofSeconds(30))
                .until(() -> !all(key).isEmpty());
        return the(key);
    }
}
