package workspace.chats.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.messaging.testing.Engines;

@SpringBootTest
class AssigningIT {

    private static final UUID WORKSPACE = UUID.randomUUID();

    private final Neighbours neighbours = new Neighbours();

    @Autowired private KafkaListenerEndpointRegistry listeners;

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "assignment");
    }

    @Test
    void makesOneRowAndSaysItOnce_whenToldThreeTimes() {
        var chat = Chats.withAssignment(WORKSPACE);
        var event = UUID.randomUUID();

        neighbours.tell(event, chat);
        neighbours.tell(event, chat);
        neighbours.tell(event, chat);
        neighbours.awaitAllHeard();

        assertMadeOnce(chat);
    }

    @Test
    void makesOneRowAndSaysItOnce_whenAnotherEventTellsTheSame() {
        var chat = Chats.withAssignment(WORKSPACE);

        neighbours.tell(UUID.randomUUID(), chat);
        neighbours.tell(UUID.randomUUID(), chat);
        neighbours.awaitAllHeard();
        neighbours.tell(UUID.randomUUID(), chat);
        neighbours.awaitAllHeard();

        assertMadeOnce(chat);
    }

    @Test
    void makesAndSaysNothing_whenTheChatAsksForNoAssignment() {
        var chat = Chats.simple(WORKSPACE);

        neighbours.tell(chat);
        neighbours.awaitAllHeard();

        assertThat(neighbours.rowsOf(chat)).isZero();
        assertThat(neighbours.saidAbout(chat)).isEmpty();
        assertThat(neighbours.deadLettersOf(chat)).isEmpty();
    }

    @Test
    void makesAndSaysNothingNew_whenEverythingIsReadFromTheBeginning() {
        neighbours.tell(Chats.withAssignment(WORKSPACE));
        neighbours.awaitAllHeard();
        var rows = neighbours.rowsInAll();
        var said = neighbours.saidInAll();

        listeners.stop();
        neighbours.tellEverythingOnceMore();
        listeners.start();
        neighbours.awaitAllHeard();

        assertThat(neighbours.rowsInAll()).isEqualTo(rows).isPositive();
        assertThat(neighbours.saidInAll()).isEqualTo(said).isPositive();
    }

    @Test
    void makesAllTheOthers_whenTwoOfABatchCannotBeHad() {
        var good =
                Stream.generate(() -> Chats.withAssignment(UUID.randomUUID())).limit(20).toList();
        var unreadable = Chats.withAssignment(WORKSPACE);
        var refused = Chats.withAssignment(WORKSPACE, UUID.randomUUID(), 0);

        listeners.stop();
        good.subList(0, 10).forEach(neighbours::tell);
        neighbours.tellNonsense(unreadable);
        neighbours.tell(refused);
        good.subList(10, 20).forEach(neighbours::tell);
        listeners.start();
        neighbours.awaitAllHeard();

        good.forEach(this::assertMadeOnce);
        assertThat(neighbours.deadLettersOf(unreadable)).hasSize(1);
        assertThat(neighbours.deadLettersOf(refused)).hasSize(1);
        assertThat(neighbours.rowsOf(unreadable) + neighbours.rowsOf(refused)).isZero();
        assertThat(neighbours.saidAbout(refused)).isEmpty();
    }

    private void assertMadeOnce(ChatCreated chat) {
        var wanted = Objects.requireNonNull(chat.assignment());
        assertThat(neighbours.rowsOf(chat)).isEqualTo(1);
        assertThat(neighbours.deadLettersOf(chat)).isEmpty();
        assertThat(neighbours.saidAbout(chat))
                .singleElement()
                .isInstanceOfSatisfying(
                        AssignmentCreated.class,
                        said ->
                                assertThat(said)
                                        .isEqualTo(
                                                new AssignmentCreated(
                                                        chat.workspaceId(),
                                                        chat.chatId(),
                                                        wanted.id(),
                                                        wanted.workflowId(),
                                                        wanted.versionNumber(),
                                                        said.at())));
    }
}
