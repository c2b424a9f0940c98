package workspace.chats.events;

import java.util.List;

/**
 * The topics, each named after the service that owns what happened. The key is always the chat id,
 * so everything about one chat stays in order.
 */
public final class Topics {

    public static final String CHAT_EVENTS = "chat.events";
    public static final String ASSIGNMENT_EVENTS = "assignment.events";
    public static final String DISPATCH_EVENTS = "dispatch.events";
    public static final String CALL_EVENTS = "call.events";

    public static final List<String> ALL =
            List.of(CHAT_EVENTS, ASSIGNMENT_EVENTS, DISPATCH_EVENTS, CALL_EVENTS);

    /**
     * What the topic of a consumer's replays ends with: {@code <topic>.<consumer>.replay}, which
     * nobody else listens to.
     */
    public static final String REPLAY = ".replay";

    /**
     * The biggest record that the topics take: a long e-mail, sealed and in base64, may pass
     * Kafka's own limit of 1 MiB.
     */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    /** The same for dead letters and replays, which carry some headers more than the event did. */
    public static final int MOST_BYTES_PUT_ASIDE = MOST_BYTES + 64 * 1024;

    private Topics() {}

    /**
     * Where a consumer puts what it could not read or had to refuse: one partition, kept for 14
     * days. What it took from its replays goes back to the dead letters of the topic that they came
     * from.
     */
    public static String deadLetters(String topic, String consumer) {
        var replays = "." + consumer + REPLAY;
        var first =
                topic.endsWith(replays)
                        ? topic.substring(0, topic.length() - replays.length())
                        : topic;
        return first + "." + consumer + ".dlt";
    }

    /** Where a consumer takes dead letters of that topic once more: one partition. */
    public static String replays(String topic, String consumer) {
        return topic + "." + consumer + REPLAY;
    }
}
