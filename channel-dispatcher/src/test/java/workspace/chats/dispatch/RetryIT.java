package workspace.chats.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.dispatch.Eventually.eventually;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.dispatch.Chats.Ids;
import workspace.chats.events.Channel;
import workspace.chats.events.ChatEvent;
import workspace.chats.events.ChatEvent.MessageCreated;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.ChatEvent.MessageRetryRequested;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.DispatchEvent;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageRetryRefused;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.EventType;
import workspace.chats.events.ReasonCode;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;
import workspace.chats.messaging.testing.Engines;

/** Later messages of a chat and second attempts at one, on a provider that misbehaves. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "workspace.effects.retry-waits=50ms,50ms,50ms,50ms,50ms",
            "workspace.effects.look-waits=200ms",
            "workspace.effects.unknown-deadline=1s"
        })
@DirtiesContext // a second instance would take what is meant for the next class's providers
class RetryIT {

    private static final String FROM = "+15005550006";
    private static final FakeTwilio TWILIO = start();
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private static Wire wire;

    private final Ids ids = Ids.fresh();
    private final String number = "+1500556" + NUMBERS.incrementAndGet();

    @Autowired Sealer sealer;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Settings.register(registry, TWILIO.url().toString(), 1);
    }

    @BeforeAll
    static void connect() {
        wire = new Wire(Engines.kafkaBootstrap());
    }

    @AfterAll
    static void disconnect() throws IOException {
        wire.close();
        TWILIO.close();
    }

    @Test
    void sendsTheMessagesOfAChatOnceEach_inTheirOrder() {
        var slowDown = FakeTwilio.refusing(429, 20429);
        TWILIO.doesTo(number, slowDown, slowDown);
        var texts = IntStream.range(0, 20).mapToObj(i -> "Text " + i).toList();
        var messages = texts.stream().map(this::message).toList();

        messages.forEach(wire::publish);
        messages.forEach(wire::publish);

        eventually().until(() -> news().size() == 20);
        var bodies = new ArrayList<>(bodies());
        // the first was put off twice, and the others waited for it
        assertThat(bodies.subList(0, 3)).containsOnly("Text 0");
        assertThat(bodies.subList(2, bodies.size())).isEqualTo(texts);
        assertThat(news()).hasOnlyElementsOfType(MessageAccepted.class);
    }

    @Test
    void sendsAgain_whatWasRejected_onceHoweverOftenTheWishComes() {
        rejected();
        var wish = wish(2, false);

        wire.publish(wish);
        wire.publish(wish);
        wire.publish(wish(ids.event(), 2, false));

        awaitNews(2);
        settle();
        assertThat(bodies()).containsExactly("Attempt 1", "Attempt 2");
        assertThat(news()).hasExactlyElementsOfTypes(MessageFailed.class, MessageAccepted.class);
        assertThat(((MessageAccepted) news().getLast()).attempt()).isEqualTo(2);
    }

    @Test
    void sendsWhatWasNeverPlanned_asTheAttemptItIs() {
        wire.publish(wish(2, false));

        awaitNews(1);
        settle();
        assertThat(bodies()).containsExactly("Attempt 2");
        assertThat(((MessageAccepted) news().getFirst()).attempt()).isEqualTo(2);
    }

    @Test
    void sendsNoFirstAttempt_thatComesAfterTheSecond() {
        wire.publish(wish(2, false));
        awaitNews(1);

        wire.publish(first());

        settle();
        assertThat(bodies()).containsExactly("Attempt 2");
        assertThat(news()).hasExactlyElementsOfTypes(MessageAccepted.class);
    }

    @Test
    void refusesAndSaysAgain_whatWasAccepted() {
        wire.publish(first());
        awaitNews(1);

        wire.publish(wish(2, true));

        awaitNews(3);
        settle();
        assertThat(bodies()).containsExactly("Attempt 1");
        assertThat(news())
                .hasExactlyElementsOfTypes(
                        MessageAccepted.class, MessageRetryRefused.class, MessageAccepted.class);
        var refused = (MessageRetryRefused) news().get(1);
        assertThat(refused.attempt()).isEqualTo(2);
        assertThat(refused.standingAttempt()).isEqualTo(1);
        assertThat(((MessageAccepted) news().getLast()).attempt()).isEqualTo(1);
    }

    @Test
    void sendsADoubtfulOneAgain_onlyWhenAPersonConfirmsIt() {
        TWILIO.doesTo(number, FakeTwilio.dropping());
        wire.publish(first());
        awaitNews(2);

        wire.publish(wish(2, false));
        awaitNews(4);
        settle();
        assertThat(bodies()).hasSize(1);
        assertThat(news())
                .hasExactlyElementsOfTypes(
                        MessageUnknown.class,
                        MessageFailed.class,
                        MessageRetryRefused.class,
                        MessageFailed.class);
        assertThat(((MessageFailed) news().getLast()).reason())
                .isEqualTo(ReasonCode.OUTCOME_UNKNOWN);

        wire.publish(wish(2, true));
        awaitNews(5);
        assertThat(bodies()).containsExactly("Attempt 1", "Attempt 2");
        assertThat(news().getLast()).isInstanceOf(MessageAccepted.class);
    }

    @Test
    void refuses_whileTheLastAttemptIsStillLookedFor() {
        TWILIO.doesTo(number, FakeTwilio.dropping());
        wire.publish(first());
        awaitNews(1);

        wire.publish(wish(2, false));

        eventually().until(() -> news().stream().anyMatch(MessageRetryRefused.class::isInstance));
        settle();
        assertThat(bodies()).hasSize(1);
    }

    @Test
    void sendsAgain_whatExpired() {
        wire.publish(message("Attempt 1", ids.message(), Instant.now().minusSeconds(1)));
        awaitNews(1);

        wire.publish(wish(2, false));

        awaitNews(2);
        assertThat(bodies()).containsExactly("Attempt 2");
        assertThat(news()).hasExactlyElementsOfTypes(MessageFailed.class, MessageAccepted.class);
    }

    private void rejected() {
        TWILIO.doesTo(number, FakeTwilio.refusing(400, 21211));
        wire.publish(first());
        awaitNews(1);
    }

    private ReceivedEvent first() {
        return message("Attempt 1", ids.message(), soon());
    }

    private ReceivedEvent message(String text) {
        return message(text, UUID.randomUUID(), soon());
    }

    private ReceivedEvent message(String text, UUID message, Instant expiresAt) {
        var event = UUID.randomUUID();
        return received(
                event,
                new MessageCreated(
                        ids.workspace(),
                        ids.chat(),
                        Channel.PHONE_SMS,
                        ids.member(),
                        message,
                        false,
                        Instant.EPOCH,
                        new MessageRequest(message, 1, ids.sender(), 200, expiresAt, null),
                        sealed(event, EventType.MESSAGE_CREATED, text)));
    }

    private ReceivedEvent wish(int attempt, boolean confirmUnknown) {
        return wish(UUID.randomUUID(), attempt, confirmUnknown);
    }

    private ReceivedEvent wish(UUID event, int attempt, boolean confirmUnknown) {
        return received(
                event,
                new MessageRetryRequested(
                        ids.workspace(),
                        ids.chat(),
                        Channel.PHONE_SMS,
                        confirmUnknown,
                        false,
                        new MessageRequest(ids.message(), attempt, ids.sender(), 200, soon(), null),
                        sealed(event, EventType.MESSAGE_RETRY_REQUESTED, "Attempt " + attempt)));
    }

    private ReceivedEvent received(UUID event, ChatEvent said) {
        var named =
                new Ids(
                        ids.workspace(),
                        ids.chat(),
                        ids.member(),
                        ids.message(),
                        ids.sender(),
                        event);
        return Chats.received(named, said);
    }

    private Sealed sealed(UUID event, EventType type, String text) {
        return sealer.seal(
                new SealContext(event, type, ids.workspace(), ids.chat()),
                new Confidential(null, Map.of(), new Letter(number, FROM, null, text), null));
    }

    /** Waits until everything that was published before has been dealt with. */
    private void settle() {
        var last = ids.next();
        var request = Chats.request(last, soon());
        wire.publish(
                Chats.received(last, Chats.created(last, Channel.PHONE_SMS, request, true, null)));
        eventually().until(() -> !wire.newsOf(last.chat()).isEmpty());
    }

    private void awaitNews(int count) {
        eventually().untilAsserted(() -> assertThat(news()).hasSizeGreaterThanOrEqualTo(count));
    }

    private List<DispatchEvent> news() {
        return wire.newsOf(ids.chat());
    }

    private List<String> bodies() {
        return TWILIO.requestsTo(number).stream().map(request -> request.get("Body")).toList();
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(600);
    }

    private static FakeTwilio start() {
        try {
            return new FakeTwilio();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
