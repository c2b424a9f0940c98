package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static workspace.chats.messaging.inbox.Calls.id;
import static workspace.chats.messaging.inbox.Listening.CONSUMER;

import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import workspace.chats.messaging.Ids;

/** What will be worked on later is waited for, in its order, and nothing is put aside. */
@InboxTest
class WaitingIT {

    @Autowired Listening listening;
    @Autowired Inbox inbox;
    @Autowired KafkaListenerEndpointRegistry listeners;
    @Autowired ConsumersHealth health;
    @Autowired JdbcClient jdbc;
    @Autowired Ids ids;

    private Calls calls;

    @BeforeEach
    void begin() {
        calls = listening.begin();
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, NoClassDefFoundError.class})
    void lasts_whileTheProgramIsNotWell(Class<? extends Error> illness) {
        var chat = ids.next();
        failsAtFirst(
                3,
                () -> {
                    throw Broken.sneaky(BeanUtils.instantiateClass(illness));
                });

        var sent = calls.publish(chat, chat);

        assertWorkedInOrder(chat, sent);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void lasts_whileTheDatabaseHangsUp() {
        var chat = ids.next();
        failsAtFirst(5, () -> Broken.hangUpOn(jdbc));

        assertWorkedInOrder(chat, calls.publish(chat, chat, chat));
    }

    @Test
    void lasts_untilTheChatIsVisible() {
        var chat = ids.next();
        failsAtFirst(
                3,
                () -> {
                    throw new NotYetVisible(chat);
                });

        assertWorkedInOrder(chat, calls.publish(chat));
    }

    @Test
    void isAskedFor_whenItCannotEvenLook() {
        var unreadable =
                new AbstractList<ConsumerRecord<String, byte[]>>() {
                    @Override
                    public ConsumerRecord<String, byte[]> get(int at) {
                        throw new NoClassDefFoundError("Canary Jones");
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                };

        assertThatThrownBy(() -> inbox.receive(CONSUMER, unreadable, calls::note))
                .isInstanceOf(HeldUp.class)
                .hasMessage("NoClassDefFoundError");
    }

    @Test
    void isUnhealthy_whenTheListenerHasStopped() {
        var listener = Objects.requireNonNull(listeners.getListenerContainer("calls"));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        listener.stop();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        listener.start();
        eventually().until(() -> health.health().getStatus().equals(Status.UP));
    }

    @Test
    void endsAtOnce_whenAnEventComesHoweverLongItWasQuiet() {
        var quiet = new ArrayList<Duration>();
        var busy = new ArrayList<Duration>();
        for (int round = 0; round < 9; round++) {
            keepQuiet(round);
            quiet.add(waited());
            busy.add(waited());
        }

        assertThat(third(quiet))
                .as("the third of %s, without silence %s", quiet, busy)
                .isLessThan(third(busy).plusMillis(400));
    }

    /** Each silence ends at another moment of what the consumer does in it. */
    private void keepQuiet(int round) {
        var before = calls.worked().size();
        eventually()
                .during(Duration.ofMillis(700 + 70L * round))
                .until(() -> calls.worked().size() == before);
    }

    /** By an event that is published now. */
    private Duration waited() {
        var event = calls.ofAnyChat();
        var sent = System.nanoTime();
        calls.publish(event);
        eventually()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> calls.worked().contains(id(event)));
        return Duration.ofNanos(System.nanoTime() - sent);
    }

    /** The third longest, which two bad moments of the machine do not touch. */
    private static Duration third(List<Duration> waits) {
        return waits.stream().sorted(Comparator.reverseOrder()).toList().get(2);
    }

    private void failsAtFirst(int times, Runnable failure) {
        var left = new AtomicInteger(times);
        listening.does(events -> {
            if (left.getAndDecrement() > 0) {
                failure.run();
            }
            calls.note(events);
        });
    }

    private void assertWorkedInOrder(UUID chat, List<UUID> sent) {
        eventually().until(() -> calls.worked().size() >= sent.size());
        assertThat(calls.worked()).containsExactlyElementsOf(sent);
        assertThat(PutAside.all(chat)).isEmpty();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
