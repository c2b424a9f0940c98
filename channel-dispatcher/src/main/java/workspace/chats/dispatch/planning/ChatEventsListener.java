package workspace.chats.dispatch.planning;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import workspace.chats.dispatch.optout.OptOutWords;
import workspace.chats.events.ChatEvent.MessageRetryRequested;
import workspace.chats.events.Event;
import workspace.chats.events.Topics;
import workspace.chats.messaging.effect.EffectLedger;
import workspace.chats.messaging.effect.PlannedEffect;
import workspace.chats.messaging.inbox.Inbox;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.messaging.seal.Sealer;

/** Plans a whole poll at once; nothing is sent from here. */
@Component
final class ChatEventsListener {

    private static final String CONSUMER = "channel-dispatcher";
    private static final String REPLAYS = Topics.CHAT_EVENTS + "." + CONSUMER + Topics.REPLAY;

    private final Inbox inbox;
    private final EffectLedger ledger;
    private final Retries retries;
    private final OptOutWords optOuts;
    private final Sealer sealer;

    ChatEventsListener(
            Inbox inbox, EffectLedger ledger, Retries retries, OptOutWords optOuts, Sealer sealer) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.retries = retries;
        this.optOuts = optOuts;
        this.sealer = sealer;
    }

    @KafkaListener(topics = {Topics.CHAT_EVENTS, REPLAYS})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, ChatEventsListener::asks, this::plan);
    }

    private static boolean asks(Event event) {
        return OptOutWords.isOne(event) || MessagePlan.isAskedForBy(event);
    }

    /**
     * What cannot be opened is refused here, before there is a plan: its event can still be mended,
     * or come again when the key is there. A retry is planned in its turn: messages of one chat
     * leave in the order of their plans.
     */
    private void plan(List<ReceivedEvent> events) {
        events.forEach(optOuts::hear);
        var plans = new ArrayList<PlannedEffect>();
        for (var received : events) {
            if (received.event() instanceof MessageRetryRequested) {
                ledger.plan(List.copyOf(plans));
                plans.clear();
                retries.plan(received);
            } else {
                MessagePlan.of(received).map(plan -> plan.readableBy(sealer)).ifPresent(plans::add);
            }
        }
        ledger.plan(plans);
    }
}
