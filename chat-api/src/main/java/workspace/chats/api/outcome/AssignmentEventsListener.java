package workspace.chats.api.outcome;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;
import workspace.chats.events.Topics;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.messaging.inbox.ReceivedEvent;

@Component
class AssignmentEventsListener {

    private static final String CONSUMER = "chat-api";
    private static final String REPLAYS = Topics.ASSIGNMENT_EVENTS + "." + CONSUMER + Topics.REPLAY;

    private final Inbox inbox;
    private final Assignments assignments;

    AssignmentEventsListener(Inbox inbox, Assignments assignments) {
        this.inbox = inbox;
        this.assignments = assignments;
    }

    @KafkaListener(topics = {Topics.ASSIGNMENT_EVENTS, REPLAYS})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, this::apply);
    }

    private void apply(List<ReceivedEvent> received) {
        assignments.activate(received.stream().map(it -> (AssignmentCreated) it.event()).toList());
    }
}
