package workspace.chats.local.dlt;

import java.util.List;
import workspace.chats.events.Topics;

/**
 * A consumer whose dead letters these are.
 *
 * @param name such as {@code channel-dispatcher}
 * @param topics what it listens to
 * @param database where it keeps what it has seen, and who did what with its dead letters
 */
public record Addressee(String name, List<String> topics, Database database) {

    /** Where an application's role is let in. */
    public record Database(String url, String user, String password) {

        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /** Where it puts what it could not read or had to refuse. */
    String deadLetters(String topic) {
        return Topics.deadLetters(topic, name);
    }

    /** Where it takes events that are for it alone, once more. */
    String replays(String topic) {
        return Topics.replays(topic, name);
    }
}
