package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;
import workspace.chats.events.EventMeta;
import workspace.chats.events.Topics;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.OneService;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.trace.TraceContext;

/** From one service's transaction to another's work, with everything the library has. */
@SpringBootTest(
        classes = {OneService.class, RelayIT.Listening.class},
        properties = "spring.application.name=chat-api")
class RelayIT {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "whole_test");
    }

    @TestConfiguration
    static class Listening {

        final Map<UUID, ReceivedEvent> events = new ConcurrentHashMap<>();

        @Autowired Inbox inbox;

        @KafkaListener(topics = Topics.ASSIGNMENT_EVENTS)
        void on(List<ConsumerRecord<String, byte[]>> batch) {
            inbox.receive("chat-api", batch, this::note);
        }

        private void note(List<ReceivedEvent> received) {
            for (var event : received) {
                events.put(event.meta().id(), event);
            }
        }
    }

    @Autowired Listening listening;
    @Autowired Outbox outbox;
    @Autowired TransactionTemplate transaction;
    @Autowired Ids ids;
    @Autowired RelayHealth health;

    @Test
    void whatOneServiceCommits_anotherWorksOn() {
        var id = ids.next();
        var event = event();

        TraceContext.runWith(TRACE, () -> append(id, event, 3));

        await().atMost(Duration.ofSeconds(60)).until(() -> listening.events.containsKey(id));
        var received = Objects.requireNonNull(listening.events.get(id));
        assertThat(received.event()).isEqualTo(event);
        assertThat(received.meta())
                .isEqualTo(
                        new EventMeta(
                                id,
                                "workspace.chats.AssignmentCreated.v1",
                                "/workspace-chats/chat-api",
                                event.workspaceId(),
                                event.chatId(),
                                received.meta().time(),
                                3,
                                TRACE));
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    private void append(UUID id, AssignmentCreated event, long sequence) {
        transaction.executeWithoutResult(tx -> outbox.append(id, event, sequence));
    }

    private AssignmentCreated event() {
        return new AssignmentCreated(
                ids.next(), ids.next(), ids.next(), ids.next(), 1, Instant.EPOCH);
    }
}
