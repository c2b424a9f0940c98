package workspace.chats.dispatch.planning;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import workspace.chats.dispatch.optout.OptOutWords;
import workspace.chats.events.Topics;
import workspace.chats.messaging.effect.EffectLedger;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.messaging.inbox.ReceivedEvent;

/** Plans a whole poll at once; nothing is sent from here. */
@Component
final class ChatEventsListener {

    private static final String CONSUMER = "channel-dispatcher";

    private final Inbox inbox;
    private final EffectLedger ledger;
    private final OptOutWords optOuts;

    ChatEventsListener(Inbox inbox, EffectLedger ledger, OptOutWords optOuts) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.optOuts = optOuts;
    }

    @KafkaListener(topics = Topics.CHAT_EVENTS)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, this::plan);
    }

    private void plan(List<ReceivedEvent> events) {
        events.forEach(optOuts::hear);
        ledger.plan(events.stream().map(MessagePlan::of).flatMap(Optional::stream).toList());
    }
}
