package workspace.chats.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.events.CallEvent.CallFailed;
import workspace.chats.events.CallEvent.CallPlaced;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.Event;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.seal.Sealer;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.Walls;
import workspace.chats.voice.Neighbours.News;
import workspace.chats.voice.twilio.FakeTwilio;

@SpringBootTest(
        properties = {
            "workspace.effects.look-waits=200ms,500ms",
            "workspace.effects.retry-waits=200ms,200ms,200ms,200ms,200ms"
        })
class CallingIT {

    private static final FakeTwilio TWILIO = twilio();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Neighbours neighbours;
    private final KafkaListenerEndpointRegistry listeners;

    @Autowired
    CallingIT(Sealer sealer, KafkaListenerEndpointRegistry listeners) {
        this.neighbours = new Neighbours(sealer);
        this.listeners = listeners;
    }

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "voice");
        registry.add("TWILIO_BASE_URL", TWILIO::url);
        registry.add("TWILIO_ACCOUNT_SID", () -> "ACtest");
        registry.add("TWILIO_AUTH_TOKEN", () -> "token");
    }

    /** The ledger and the outbox serve all workspaces, and hold nothing that anybody could read. */
    @Test
    void keepsNoOtherTableOfAWorkspaceOpen() {
        var walls = new Walls(Engines.database("voice"));
        assertThat(walls.tables()).contains("effect", "outbox");
        assertThat(walls.open()).containsExactly("budget", "budget_spent", "effect", "outbox");
    }

    @BeforeEach
    void answerKindly() {
        TWILIO.does(FakeTwilio.TAKEN);
    }

    @AfterAll
    static void hangUp() {
        TWILIO.close();
    }

    @Test
    void callsOnceAndSaysSoOnce_whenToldThreeTimes() {
        var to = someNumber();
        var news = neighbours.chatThatCalls(to);

        neighbours.tell(news);
        neighbours.tell(news);
        neighbours.tell(news);
        neighbours.awaitAllSettled();

        assertPlacedOnce(news, to);
    }

    @Test
    void callsNobodyAgain_whenEverythingIsReadFromTheBeginning() {
        var to = someNumber();
        var news = neighbours.chatThatCalls(to);
        neighbours.tell(news);
        neighbours.awaitAllSettled();
        var said = neighbours.saidInAll();

        listeners.stop();
        neighbours.tellEverythingOnceMore();
        listeners.start();
        neighbours.awaitAllSettled();

        assertPlacedOnce(news, to);
        assertThat(neighbours.saidInAll()).isEqualTo(said);
    }

    @Test
    void callsNobody_whenTheChatAsksForNoCall() {
        var to = someNumber();
        var news = neighbours.chatWithoutCall(to);

        neighbours.tell(news);
        neighbours.awaitAllSettled();

        assertThat(TWILIO.postsTo(to)).isEmpty();
        assertThat(neighbours.saidAbout(news)).isEmpty();
    }

    @Test
    void ringsNowhereAndSaysSo_whenTheChatIsATest() {
        var to = someNumber();
        var news = neighbours.chatThatCalls(to, Instant.now().plusSeconds(600), true);

        neighbours.tell(news);
        neighbours.awaitAllSettled();

        assertThat(TWILIO.postsTo(to)).isEmpty();
        assertThat(neighbours.saidAbout(news))
                .singleElement()
                .isInstanceOfSatisfying(
                        CallPlaced.class, placed -> assertThat(placed.simulated()).isTrue());
    }

    @Test
    void callsNobodyAndSaysTooLate_whenTheTimeIsUp() {
        var to = someNumber();
        var news = neighbours.chatThatCalls(to, Instant.now().minusSeconds(1), false);

        neighbours.tell(news);
        neighbours.awaitAllSettled();

        assertThat(TWILIO.postsTo(to)).isEmpty();
        assertThat(failure(neighbours.saidAbout(news)).reason()).isEqualTo(ReasonCode.CALL_EXPIRED);
    }

    @Test
    void asksOnceAndSaysWhy_whenTwilioRefuses() {
        var to = someNumber();
        var news = neighbours.chatThatCalls(to);
        TWILIO.does(FakeTwilio.refusing(400, 21617));

        neighbours.tell(news);
        neighbours.awaitAllSettled();

        assertThat(TWILIO.postsTo(to)).hasSize(1);
        assertThat(failure(neighbours.saidAbout(news)).reason()).isEqualTo(ReasonCode.CALL_FAILED);
        assertThat(failure(neighbours.saidAbout(news)).providerCode()).isEqualTo("21617");
    }

    @Test
    void callsOnceAndFindsTheCallLater_whenTwilioTookItInSilence() {
        var to = someNumber();
        var news = neighbours.chatThatCalls(to);
        TWILIO.does(FakeTwilio.TAKEN_IN_SILENCE);

        neighbours.tell(news);
        neighbours.awaitAllSettled();

        assertThat(TWILIO.postsTo(to)).hasSize(1);
        assertThat(neighbours.saidAbout(news))
                .hasExactlyElementsOfTypes(CallUnknown.class, CallPlaced.class);
    }

    @Test
    void callsAgain_whenTwilioCertainlyTookNothing() {
        var to = someNumber();
        var news = neighbours.chatThatCalls(to);
        TWILIO.doesTo(to, FakeTwilio.refusing(429, 20429));

        neighbours.tell(news);
        neighbours.awaitAllSettled();

        assertThat(TWILIO.postsTo(to)).hasSize(2);
        assertThat(neighbours.saidAbout(news)).singleElement().isInstanceOf(CallPlaced.class);
    }

    @Test
    void callsAllTheOthers_whenOneOfABatchCannotBeRead() {
        var numbers = Stream.generate(CallingIT::someNumber).limit(10).toList();
        var news = numbers.stream().map(neighbours::chatThatCalls).toList();
        var unreadable = neighbours.chatThatCalls(someNumber());

        listeners.stop();
        news.subList(0, 5).forEach(neighbours::tell);
        neighbours.tellNonsense(unreadable);
        news.subList(5, 10).forEach(neighbours::tell);
        listeners.start();
        neighbours.awaitAllSettled();

        for (var i = 0; i < news.size(); i++) {
            assertPlacedOnce(news.get(i), numbers.get(i));
        }
        assertThat(neighbours.deadLettersOf(unreadable)).isEqualTo(1);
        assertThat(neighbours.saidAbout(unreadable)).isEmpty();
    }

    private void assertPlacedOnce(News news, String to) {
        assertThat(TWILIO.postsTo(to)).hasSize(1);
        assertThat(neighbours.deadLettersOf(news)).isZero();
        assertThat(neighbours.saidAbout(news))
                .singleElement()
                .isInstanceOfSatisfying(
                        CallPlaced.class, placed -> assertThat(placed.simulated()).isFalse());
    }

    private static CallFailed failure(List<Event> said) {
        assertThat(said).singleElement().isInstanceOf(CallFailed.class);
        return (CallFailed) said.getFirst();
    }

    private static String someNumber() {
        return "+1500556%04d".formatted(NUMBERS.incrementAndGet());
    }

    private static FakeTwilio twilio() {
        try {
            return new FakeTwilio();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
