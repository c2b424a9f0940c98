package workspace.chats.api.outcome;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import workspace.chats.events.DispatchEvent;
import workspace.chats.events.DispatchEvent.OptOutReported;
import workspace.chats.events.Topics;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.messaging.inbox.ReceivedEvent;

@Component
class DispatchEventsListener {

    private static final String CONSUMER = "chat-api";
    private static final String REPLAYS = Topics.DISPATCH_EVENTS + "." + CONSUMER + Topics.REPLAY;

    private final Inbox inbox;
    private final Outcomes messages;
    private final ReportedOptOuts optOuts;

    DispatchEventsListener(
            Inbox inbox, @Qualifier("messageOutcomes") Outcomes messages, ReportedOptOuts optOuts) {
        this.inbox = inbox;
        this.messages = messages;
        this.optOuts = optOuts;
    }

    @KafkaListener(topics = {Topics.DISPATCH_EVENTS, REPLAYS})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, this::apply);
    }

    private void apply(List<ReceivedEvent> received) {
        var events = received.stream().map(it -> (DispatchEvent) it.event()).toList();
        messages.apply(MessageReports.in(events));
        optOuts.save(received.stream().filter(it -> it.event() instanceof OptOutReported).toList());
    }
}
