package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static workspace.chats.messaging.inbox.Calls.id;
import static workspace.chats.messaging.inbox.Listening.CONSUMER;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import workspace.chats.events.EventMeta;
import workspace.chats.events.Topics;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.testing.TopicLog;

/** What will never be worked on becomes a dead letter with a code, and holds up nothing. */
@InboxTest
class PuttingAsideIT {

    private static final String CANARY = "Canary Jones";

    /** All of the patience but three seconds. */
    private static final Duration ALMOST_TOO_LONG =
            Duration.ofSeconds(InboxTest.PATIENCE_SECONDS - 3);

    @Autowired Listening listening;
    @Autowired Inbox inbox;
    @Autowired ConsumersHealth health;
    @Autowired Ids ids;

    private Calls calls;

    @BeforeEach
    void begin() {
        calls = listening.begin();
    }

    @Test
    void takesWhatCannotBeRead_asItCame() {
        var good = calls.ofAnyChat();
        var bad = Calls.withValue(calls.ofAnyChat(), "{\"chatId\":\"" + CANARY + "\"}");
        var headless = Calls.withoutHeader(calls.ofAnyChat(), EventMeta.WORKSPACE_ID);

        inbox.receive(CONSUMER, List.of(bad, headless, good), calls::note);

        assertThat(calls.worked()).containsExactly(id(good));
        assertThat(PutAside.the(bad.key()).value()).isEqualTo(bad.value());
        assertThat(PutAside.headers(bad.key()))
                .containsAllEntriesOf(TopicLog.headers(bad))
                .containsEntry(DeadLetters.CODE, "undecodable")
                .containsEntry(DeadLetters.TOPIC, Topics.CALL_EVENTS)
                .containsEntry(DeadLetters.OFFSET, "0")
                .hasSize(TopicLog.headers(bad).size() + 4);
        assertThat(PutAside.headers(bad.key()).toString()).doesNotContain(CANARY);
        assertThat(PutAside.headers(headless.key()))
                .containsEntry(DeadLetters.CODE, "malformed_headers");
    }

    @Test
    void takesWhatClaimsToBeOfAnotherWorkspace() {
        var event = calls.ofAnyChat();
        var forged = Calls.withHeader(event, EventMeta.WORKSPACE_ID, ids.next().toString());

        inbox.receive(CONSUMER, List.of(forged), calls::note);

        assertThat(calls.worked()).isEmpty();
        assertThat(PutAside.headers(event.key()))
                .containsEntry(DeadLetters.CODE, "malformed_headers");
    }

    @Test
    void takesTheOneOfABatchThatIsRefused() {
        var batch = List.of(calls.ofAnyChat(), calls.ofAnyChat(), calls.ofAnyChat());
        var poison = batch.get(1);

        inbox.receive(CONSUMER, batch, refusing(poison, new IllegalStateException(CANARY)));

        assertThat(calls.worked()).containsExactly(id(batch.get(0)), id(batch.get(2)));
        assertThat(PutAside.headers(poison.key()))
                .containsEntry(DeadLetters.CODE, "refused")
                .hasSize(TopicLog.headers(poison).size() + 4);
        assertThat(PutAside.headers(poison.key()).toString()).doesNotContain(CANARY);
    }

    @Test
    void leavesItToBeReplayed_becauseItWasNeverSeen() {
        var poison = calls.ofAnyChat();
        inbox.receive(CONSUMER, List.of(poison), refusing(poison, new AssertionError(CANARY)));

        inbox.receive(CONSUMER, List.of(PutAside.the(poison.key())), calls::note);

        assertThat(calls.worked()).containsExactly(id(poison));
    }

    @Test
    void takesAReplayThatFails_andSaysWhereItCameFrom() {
        var replays = Topics.replays(Topics.CALL_EVENTS, CONSUMER);
        var event = calls.ofAnyChat();
        listening.does(refusing(event, new IllegalStateException(CANARY)));

        calls.publish(event, replays);

        PutAside.await(event.key());
        assertThat(PutAside.headers(event.key()))
                .containsEntry(DeadLetters.CODE, "refused")
                .containsEntry(DeadLetters.TOPIC, replays);
    }

    @Test
    void leavesOut_whatOnlyNewerVersionsKnow() {
        var event = calls.ofAnyChat();
        var newer = Calls.withHeader(event, EventMeta.TYPE, "workspace.chats.ChatArchived.v1");

        inbox.receive(CONSUMER, List.of(newer), calls::note);

        assertThat(calls.worked()).isEmpty();
        assertThat(PutAside.all(event.key())).isEmpty();
    }

    @Test
    void takesAnotherVersionOfWhatItKnows() {
        var event = calls.ofAnyChat();
        var newer = Calls.withHeader(event, EventMeta.TYPE, "workspace.chats.CallUnknown.v2");

        inbox.receive(CONSUMER, List.of(newer), calls::note);

        assertThat(calls.worked()).isEmpty();
        assertThat(PutAside.headers(event.key()))
                .containsEntry(DeadLetters.CODE, "unknown_version");
    }

    @Test
    void takesEvenTheBiggestRecordThatATopicTakes() {
        var event = calls.ofAnyChat();
        var headers = TopicLog.headers(event).toString().length();
        var biggest = Calls.withValue(event, "x".repeat(Topics.MOST_BYTES - headers - 140));

        calls.publish(biggest);

        assertThat(PutAside.await(event.key()).value()).isEqualTo(biggest.value());
    }

    @Test
    void takesWhatOverflowsTheStack_andGoesOn() {
        var poison = ids.next();
        listening.does(events -> {
            if (isIn(events, poison)) {
                Broken.overflowTheStack();
            }
            calls.note(events);
        });

        calls.publish(poison);
        var sent = calls.publish(ids.next());

        awaitWorked(sent);
        PutAside.await(poison);
        assertThat(PutAside.headers(poison)).containsEntry(DeadLetters.CODE, "refused");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void takesAnEventWhoseChatNeverAppears_andGoesOn() {
        var nowhere = ids.next();
        listening.does(events -> {
            if (isIn(events, nowhere)) {
                throw new NotYetVisible(nowhere);
            }
            calls.note(events);
        });

        calls.publishAged(nowhere, ALMOST_TOO_LONG);
        var sent = calls.publish(ids.next());

        PutAside.await(nowhere);
        awaitWorked(sent);
        assertThat(PutAside.headers(nowhere)).containsEntry(DeadLetters.CODE, "not_visible");
    }

    private void awaitWorked(List<UUID> sent) {
        await().atMost(Duration.ofSeconds(30)).until(() -> calls.worked().equals(sent));
    }

    private static boolean isIn(List<ReceivedEvent> events, UUID chat) {
        return events.stream().anyMatch(event -> event.event().chatId().equals(chat));
    }

    private Consumer<List<ReceivedEvent>> refusing(
            ConsumerRecord<String, byte[]> poison, Throwable refusal) {
        return events -> {
            if (events.stream().anyMatch(event -> event.meta().id().equals(id(poison)))) {
                throw Broken.sneaky(refusal);
            }
            calls.note(events);
        };
    }
}
