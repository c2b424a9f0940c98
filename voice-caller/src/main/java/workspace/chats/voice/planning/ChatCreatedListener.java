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
import workspace.chats.messaging.seal.Sealer;

/**
 * Hears of created chats and notes the calls they ask for; placing them is the ledger's business.
 */
@Component
final class ChatCreatedListener {

    private static final String CONSUMER = "voice-caller";
    private static final String REPLAYS = Topics.CHAT_EVENTS + "." + CONSUMER + Topics.REPLAY;

    private final Inbox inbox;
    private final EffectLedger ledger;
    private final Sealer sealer;

    ChatCreatedListener(Inbox inbox, EffectLedger ledger, Sealer sealer) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.sealer = sealer;
    }

    @KafkaListener(topics = {Topics.CHAT_EVENTS, REPLAYS})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, CallPlan::asksForOne, this::plan);
    }

    /** A call that cannot be opened is refused before there is a plan: its event can be mended. */
    private void plan(List<ReceivedEvent> events) {
        ledger.plan(
                events.stream()
                        .map(CallPlan::of)
                        .flatMap(Optional::stream)
                        .map(call -> call.readableBy(sealer))
                        .toList());
    }
}
