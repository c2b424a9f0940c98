package workspace.chats.api.outcome;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import workspace.chats.events.CallEvent;
import workspace.chats.events.Topics;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.messaging.inbox.ReceivedEvent;

@Component
class CallEventsListener {

    private static final String CONSUMER = "chat-api";
    private static final String REPLAYS = Topics.CALL_EVENTS + "." + CONSUMER + Topics.REPLAY;

    private final Inbox inbox;
    private final Outcomes calls;

    CallEventsListener(Inbox inbox, @Qualifier("callOutcomes") Outcomes calls) {
        this.inbox = inbox;
        this.calls = calls;
    }

    @KafkaListener(topics = {Topics.CALL_EVENTS, REPLAYS})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, this::apply);
    }

    private void apply(List<ReceivedEvent> received) {
        calls.apply(CallReports.in(received.stream().map(it -> (CallEvent) it.event()).toList()));
    }
}
