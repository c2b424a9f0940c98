package workspace.chats.voice.planning;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import workspace.chats.events.Topics;
import workspace.chats.messaging.effect.EffectLedger;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.messaging.inbox.ReceivedEvent;

/**
 * Hears of created chats and notes the calls they ask for; placing them is the ledger's business.
 */
@Component
final class ChatCreatedListener {

    private static final String CONSUMER = "voice-caller";

    private final Inbox inbox;
    private final EffectLedger ledger;

    ChatCreatedListener(Inbox inbox, EffectLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @KafkaListener(topics = Topics.CHAT_EVENTS)
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, this::plan);
    }

    private void plan(List<ReceivedEvent> events) {
        ledger.plan(events.stream().map(CallPlan::of).flatMap(Optional::stream).toList());
    }
}
