package workspace.chats.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.Event;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Topics;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestTopic;
import workspace.chats.messaging.testing.TopicLog;

/** The service seen from outside: what chat-api tells it, what it keeps and what it says. */
final class Neighbours {

    static final String SERVICE = "assignment-service";

    private final TestTopic chats = new TestTopic(Topics.CHAT_EVENTS);
    private final TestTopic assignments = new TestTopic(Topics.ASSIGNMENT_EVENTS);
    private final TopicLog deadLetters =
            new TopicLog(Topics.deadLetters(Topics.CHAT_EVENTS, SERVICE));

    /** Tells of the chat, as an event of that id. */
    void tell(UUID eventId, ChatCreated chat) {
        chats.put(meta(eventId, chat), chat);
    }

    void tell(ChatCreated chat) {
        tell(UUID.randomUUID(), chat);
    }

    void tellNonsense(ChatCreated chat) {
        chats.put(meta(UUID.randomUUID(), chat), "{\"title\": \"Ada".getBytes(UTF_8));
    }

    /** As after the loss of every committed offset. */
    void tellEverythingOnceMore() {
        chats.rewind(SERVICE);
    }

    /** Until the service has dealt with all it was told and everybody has heard what it said. */
    void awaitAllHeard() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> chats.isReadBy(SERVICE) && count("select count(*) from outbox") == 0);
    }

    List<Event> saidAbout(ChatCreated chat) {
        return assignments.eventsOf(chat.chatId());
    }

    int saidInAll() {
        return assignments.log().records().size();
    }

    List<UUID> deadLettersOf(ChatCreated chat) {
        return deadLetters.records(chat.chatId()).stream()
                .map(one -> UUID.fromString(one.key()))
                .toList();
    }

    int rowsInAll() {
        return count("select count(*) from assignment");
    }

    int rowsOf(ChatCreated chat) {
        return Engines.database("assignment")
                .reader()
                .sql(
                        """
                        select count(*) from assignment
                        where workspace_id = ? and chat_id = ? and member_id = ? and status = 'active'
                        """)
                .params(chat.workspaceId(), chat.chatId(), chat.memberId())
                .query(Integer.class)
                .single();
    }

    private static int count(String query) {
        return Engines.database("assignment").reader().sql(query).query(Integer.class).single();
    }

    private static EventMeta meta(UUID eventId, ChatCreated chat) {
        return new EventMeta(
                eventId,
                EventType.CHAT_CREATED.wireName(),
                "/workspace-chats/chat-api",
                chat.workspaceId(),
                chat.chatId(),
                Instant.parse("2026-11-22T10:15:30Z"),
                1,
                null);
    }
}
