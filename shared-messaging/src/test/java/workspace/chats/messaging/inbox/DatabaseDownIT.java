package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Topics;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.OneService;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestTopic;
import workspace.chats.messaging.testing.TopicLog;

/** PostgreSQL is really gone, and comes back. */
@SpringBootTest(
        classes = {OneService.class, DatabaseDownIT.Listening.class},
        properties = {
            "spring.application.name=chat-api",
            "spring.kafka.consumer.group-id=" + DatabaseDownIT.GROUP,
            "spring.datasource.hikari.connection-timeout=500",
            "workspace.relay.enabled=false",
            "workspace.inbox.first-pause=50ms",
            "workspace.inbox.longest-pause=200ms"
        })
@DirtiesContext // its group reads a topic on which others make noise
class DatabaseDownIT {

    static final String GROUP = "database-down";

    private static final String CONSUMER = "chat-api";

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "outage_test");
        Engines.breakable()
                .databaseNamed("outage_test")
                .settings()
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    @TestConfiguration
    static class Listening {

        final List<UUID> worked = new CopyOnWriteArrayList<>();

        @Autowired Inbox inbox;

        @KafkaListener(id = "outage", idIsGroup = false, topics = Topics.CALL_EVENTS)
        void on(List<ConsumerRecord<String, byte[]>> batch) {
            inbox.receive(
                    CONSUMER, batch, events -> events.forEach(it -> worked.add(it.meta().id())));
        }
    }

    @Autowired Listening listening;
    @Autowired KafkaListenerEndpointRegistry listeners;
    @Autowired ConsumersHealth health;
    @Autowired MeterRegistry metrics;
    @Autowired Ids ids;

    private final TestTopic calls = new TestTopic(Topics.CALL_EVENTS);

    @Test
    void waitsAndSkipsNothing() {
        var chat = UUID.randomUUID();
        var before = publish(chat, 1);
        eventually().until(() -> works(before));
        eventually().until(() -> calls.isReadBy(GROUP));

        Engines.breakable().tell("stop", "postgres");
        List<UUID> during;
        try {
            during = publish(chat, 50);
            eventually().until(() -> heldUp() >= 3);

            assertThat(calls.isReadBy(GROUP)).isFalse();
            assertThat(works(during)).isFalse();
            assertThat(listening.worked).doesNotContainAnyElementsOf(during);
            assertThat(container().isRunning()).isTrue();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        } finally {
            Engines.breakable().tell("start", "postgres");
        }

        eventually().until(() -> works(during));
        eventually().until(() -> calls.isReadBy(GROUP));
        assertThat(listening.worked).filteredOn(during::contains).containsExactlyElementsOf(during);
        assertThat(new TopicLog(Topics.deadLetters(Topics.CALL_EVENTS, CONSUMER)).records(chat))
                .isEmpty();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private boolean works(List<UUID> events) {
        return listening.worked.containsAll(events);
    }

    private double heldUp() {
        return metrics.counter("workspace.inbox.held.up", "topic", Topics.CALL_EVENTS).count();
    }

    private MessageListenerContainer container() {
        return Objects.requireNonNull(listeners.getListenerContainer("outage"));
    }

    private List<UUID> publish(UUID chat, int events) {
        var sent = new ArrayList<UUID>();
        for (int i = 0; i < events; i++) {
            var event = new CallUnknown(ids.next(), chat, ids.next(), 1, Instant.EPOCH);
            var type = EventType.of(event).wireName();
            var id = ids.next();
            calls.put(
                    new EventMeta(
                            id, type, "/test", event.workspaceId(), chat, Instant.EPOCH, 1, null),
                    event);
            sent.add(id);
        }
        return sent;
    }
}
