package workspace.chats.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ChatEvent.CallRequest;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.Event;
import workspace.chats.events.EventType;
import workspace.chats.events.Topics;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestTopic;
import workspace.chats.messaging.testing.TopicLog;

/** The service seen from outside: what chat-api tells it and what it says. */
final class Neighbours {

    static final String SERVICE = "voice-caller";
    static final String FROM = "+15005550006";

    private final TestTopic chats = new TestTopic(Topics.CHAT_EVENTS);
    private final TestTopic calls = new TestTopic(Topics.CALL_EVENTS);
    private final TopicLog deadLetters =
            new TopicLog(Topics.deadLetters(Topics.CHAT_EVENTS, SERVICE));
    private final Sealer sealer;

    Neighbours(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Something that chat-api tells of: a chat, and the id of the event that says so. */
    record News(UUID eventId, ChatCreated chat) {
        UUID chatId() {
            return chat.chatId();
        }
    }

    News chatThatCalls(String to, Instant expiresAt, boolean isTest) {
        return news(to, CreatedChats.call(expiresAt), isTest);
    }

    News chatThatCalls(String to) {
        return chatThatCalls(to, Instant.now().plusSeconds(600), false);
    }

    News chatWithoutCall(String to) {
        return news(to, null, false);
    }

    private News news(String to, @Nullable CallRequest call, boolean isTest) {
        var eventId = UUID.randomUUID();
        var chatId = UUID.randomUUID();
        var context =
                new SealContext(eventId, EventType.CHAT_CREATED, CreatedChats.WORKSPACE, chatId);
        var content = new Confidential("Results", Map.of(), null, new Dial(to, FROM));
        return new News(
                eventId, CreatedChats.asking(chatId, call, isTest, sealer.seal(context, content)));
    }

    void tell(News news) {
        chats.put(CreatedChats.meta(news.eventId(), news.chat()), news.chat());
    }

    void tellNonsense(News news) {
        chats.put(
                CreatedChats.meta(news.eventId(), news.chat()),
                "{\"title\": \"Ada".getBytes(UTF_8));
    }

    /** As after the loss of every committed offset. */
    void tellEverythingOnceMore() {
        chats.rewind(SERVICE);
    }

    /**
     * Until the service has dealt with all it was told, has settled it, and everybody has heard.
     */
    void awaitAllSettled() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> chats.isReadBy(SERVICE) && unsettled() == 0 && unsaid() == 0);
    }

    List<Event> saidAbout(News news) {
        return calls.eventsOf(news.chatId());
    }

    int saidInAll() {
        return calls.log().records().size();
    }

    int deadLettersOf(News news) {
        return deadLetters.records(news.chatId()).size();
    }

    private static int unsettled() {
        return count(
                "select count(*) from effect where state in ('planned', 'claimed', 'submitting', 'unknown')");
    }

    private static int unsaid() {
        return count("select count(*) from outbox");
    }

    private static int count(String query) {
        return Engines.database("voice").reader().sql(query).query(Integer.class).single();
    }
}
