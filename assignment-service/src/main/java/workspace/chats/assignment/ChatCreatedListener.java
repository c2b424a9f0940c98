package workspace.chats.assignment;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.Event;
import workspace.chats.events.Topics;
import workspace.chats.messaging.inbox.Inbox;

/** Hears of created chats; everything else about a chat is not ours. */
@Component
final class ChatCreatedListener {

    private static final String CONSUMER = "assignment-service";
    private static final String REPLAYS = Topics.CHAT_EVENTS + "." + CONSUMER + Topics.REPLAY;

    private final Inbox inbox;
    private final Assigning assigning;

    ChatCreatedListener(Inbox inbox, Assigning assigning) {
        this.inbox = inbox;
        this.assigning = assigning;
    }

    @KafkaListener(topics = {Topics.CHAT_EVENTS, REPLAYS})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(CONSUMER, batch, ChatCreatedListener::asks, assigning::assign);
    }

    private static boolean asks(Event event) {
        return event instanceof ChatCreated chat && chat.assignment() != null;
    }
}
